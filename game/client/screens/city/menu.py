"""The menu of a running match."""

from collections.abc import Callable
from functools import partial

from msgspec import Struct

from game.client.intents import Intent
from game.client.screens.city.cockpit import Cockpit
from game.client.theme import Style
from game.client.widgets.button import Button
from game.client.widgets.label import Label
from game.client.widgets.layout import Column, Grid
from game.client.widgets.panelbox import Dialog
from game.protocol.messages import Matter

HEIGHT = 36
WIDTH = 520


class MenuDoors(Struct, frozen=True):
    """Where the menu of a running match leads."""

    resume: Callable[[], None]
    sheet: Callable[[], None]
    rules: Callable[[], None]
    council: Callable[[], None]
    goals: Callable[[], None]
    chat: Callable[[], None]
    people: Callable[[], None]
    brief: Callable[[], None]
    agreement: Callable[[Matter], None]
    resign: Callable[[], None]
    settings: Callable[[], None]
    leave: Callable[[], None]


def match_menu(cockpit: Cockpit, doors: MenuDoors) -> Dialog:
    """What there is to look at, what can be agreed on with the others, ways out. A watcher has no faction."""
    stage, say = cockpit.stage, cockpit.say
    plays = cockpit.seat >= 0
    resume = _button(say("menu-resume"), doors.resume, cap="Esc")
    looked = [
        resume,
        *([_intent(cockpit, say("menu-sheet"), doors.sheet, "info", Intent.SHEET)] if plays else []),
        _intent(cockpit, stage.say("rulebook-title"), doors.rules, "help", Intent.RULES),
        _intent(cockpit, stage.say("council-title"), doors.council, "council", Intent.COUNCIL),
        _intent(cockpit, stage.say("council-goals-title"), doors.goals, "mandate", Intent.GOALS),
        _intent(cockpit, stage.say("talk-title"), doors.chat, "chat", Intent.CHAT),
        _intent(cockpit, say("people-title"), doors.people, "seat-human", Intent.PEOPLE),
    ]
    settled = [
        *_agreements(cockpit, doors),
        _button(say("menu-settings"), doors.settings, "settings"),
        _button(say("menu-leave"), doors.leave, "quit"),
    ]
    note = say("menu-leave-note" if plays else "menu-watch-note")
    content = Column(
        [Grid(2, [*looked, *settled], gap=8), Label(note, Style.PLAIN_14, "dim", align="centre")], gap=8
    )
    return Dialog(say("menu-title"), content, [], width=WIDTH, cancel=resume)


def _agreements(cockpit: Cockpit, doors: MenuDoors) -> list[Button]:
    """What one can ask of the others, and the way out for good, while one plays."""
    say, company = cockpit.say, cockpit.model.company
    if cockpit.seat < 0 or cockpit.model.ended or cockpit.model.resigned:
        return []
    buttons = []
    if company.has_clock:
        pause = say("pause-over" if company.paused_by_all else "pause-title")
        buttons.append(_button(pause, partial(doors.agreement, "pause"), "pause"))
        buttons.append(_button(say("extend-title"), partial(doors.agreement, "extend"), "clock"))
    if company.may_be_cared_for:
        buttons.append(_button(say("brief-title"), doors.brief, "seat-computer"))
    buttons.append(_button(say("end-title"), partial(doors.agreement, "end"), "cooperative"))
    if not company.stands_in_for:
        buttons.append(_button(say("resign"), doors.resign, "stop"))
    return buttons


def _intent(cockpit: Cockpit, label: str, press: Callable[[], None], icon: str, intent: Intent) -> Button:
    return _button(label, press, icon, cockpit.cap(intent))


def _button(label: str, press: Callable[[], None], icon: str = "", cap: str = "") -> Button:
    return Button(label, press, height=HEIGHT, icon=icon, key=cap)
