"""What the people of a match can agree on: to end it, to stop its clock, to give the turn more time."""

from collections.abc import Callable

from game.client.screens.city.asking import send
from game.client.screens.city.cockpit import Cockpit
from game.client.theme import Style
from game.client.widgets.button import Button
from game.client.widgets.label import Label
from game.client.widgets.layout import Column
from game.client.widgets.panelbox import Dialog
from game.client.widgets.richtext import EmblemSpan, SignSpan, Span
from game.protocol.messages import Matter
from game.rules.ids import Seat


class Agreement(Dialog):
    """Who agrees now; `call` says yes, or takes it back. Give it the keyboard."""

    def __init__(self, title: str, content: Column, keep: Button, call: Button) -> None:
        super().__init__(title, content, [keep, call], accent="attention", cancel=keep)
        self.call = call


def agreement(cockpit: Cockpit, matter: Matter, on_close: Callable[[], None]) -> Agreement:
    """The window as the votes on a matter stand now."""
    say, company = cockpit.say, cockpit.model.company
    agrees = company.agrees(cockpit.seat, matter)

    def vote() -> None:
        on_close()
        send(cockpit, cockpit.model.client.set_vote(matter, agree=not agrees))

    rows = [_row(cockpit, voter, agrees=company.agrees(voter, matter)) for voter in company.voters()]
    content = Column([Label(say(f"{matter}-about"), Style.PLAIN, "soft", wrap=True), *rows], gap=8)
    keep = Button(cockpit.stage.say("common-cancel"), on_close, key="Esc", height=36)
    words = say("end-take-back" if agrees else "end-agree")
    doing = Button(words, vote, "plain" if agrees else "primary", key="Enter", height=36)
    if cockpit.seat not in company.voters():
        doing.turn_off(say("end-no-voice"))
    return Agreement(say(f"{matter}-title"), content, keep, doing)


def _row(cockpit: Cockpit, seat: Seat, *, agrees: bool) -> Label:
    sign = SignSpan("tick" if agrees else "dots", "go" if agrees else "attention")
    state = cockpit.say("end-agrees" if agrees else "end-silent")
    return Label(
        [
            EmblemSpan(cockpit.words.banner(seat), 9),
            Span(cockpit.words.faction(seat)),
            sign,
            Span(state, "soft"),
        ],
        Style.STRONG,
    )
