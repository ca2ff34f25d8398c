"""What one can do about somebody in the same room: talk, ignore, report; the room's owner also mute and show out."""

from collections.abc import Callable

import msgspec

from game.client.screens.base import Stage
from game.client.theme import Style
from game.client.widgets.button import Button
from game.client.widgets.entry import TextEntry
from game.client.widgets.label import Label
from game.client.widgets.layout import Column
from game.client.widgets.panelbox import Dialog
from game.protocol.messages import MOST_TEXT


class PersonDoors(msgspec.Struct, frozen=True):
    """What can be done; None for what cannot. `ignore` and `mute` hear whether from now on."""

    talk: Callable[[], None] | None
    ignore: Callable[[bool], None]
    report: Callable[[str], None]
    mute: Callable[[bool], None] | None = None
    kick: Callable[[], None] | None = None


class Person(msgspec.Struct, frozen=True):
    """Who it is, what is known of them, and whether they are ignored here or muted in the room."""

    name: str
    about: str
    ignored: bool = False
    muted: bool = False


def open_person(stage: Stage, person: Person, doors: PersonDoors) -> Dialog:
    """Open the window; it closes itself with whatever is chosen."""
    opened: list[Dialog] = []

    def then(act: Callable[[], None]) -> Callable[[], None]:
        def do() -> None:
            stage.desk.close(opened[0])
            act()

        return do

    say = stage.say
    buttons = [Button(*choice) for choice in _choices(stage, person, doors, then)]
    back = Button(say("common-back"), then(lambda: None), key="Esc", height=36)
    about = [Label(person.about, Style.PLAIN_15, "soft", wrap=True)] if person.about else []
    dialog = Dialog(person.name, Column([*about, *buttons], gap=8), [back], width=380, cancel=back)
    opened.append(dialog)
    stage.desk.open(dialog)
    if buttons:
        stage.desk.focus_on(buttons[0])
    return dialog


def _choices(
    stage: Stage,
    person: Person,
    doors: PersonDoors,
    then: Callable[[Callable[[], None]], Callable[[], None]],
) -> list[tuple[str, Callable[[], None]]]:
    """Label and act of each button."""
    say, found = stage.say, []
    if doors.talk is not None:
        found.append((say("people-talk"), then(doors.talk)))
    hear = say("people-hear" if person.ignored else "people-ignore")
    found.append((hear, then(lambda: doors.ignore(not person.ignored))))
    if doors.mute is not None:
        mute = doors.mute
        words = say("people-unmute" if person.muted else "people-mute")
        found.append((words, then(lambda: mute(not person.muted))))
    if doors.kick is not None:
        found.append((say("people-kick"), then(doors.kick)))
    found.append((say("people-report"), then(lambda: open_report(stage, person.name, doors.report))))
    return found


def open_report(stage: Stage, name: str, send: Callable[[str], None]) -> None:
    """Ask what somebody did; nothing is sent without a word."""
    say = stage.say
    opened: list[Dialog] = []

    def close() -> None:
        stage.desk.close(opened[0])

    def finish() -> None:
        if entry.text.strip():
            close()
            send(entry.text)

    entry = TextEntry("", lambda _: finish(), placeholder=say("people-report-entry"), limit=MOST_TEXT)
    content = Column((Label(say("people-report-about"), Style.PLAIN_15, "soft", wrap=True), entry), gap=8)
    keep = Button(say("common-cancel"), close, key="Esc", height=36)
    call = Button(say("people-report-send"), finish, "primary", key="Enter", height=36)
    title = say("people-report-title", name=name)
    dialog = Dialog(title, content, [keep, call], accent="attention", cancel=keep)
    opened.append(dialog)
    stage.desk.open(dialog)
    stage.desk.focus_on(entry)
