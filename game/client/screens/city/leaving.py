"""Ways out of a running match: end it by agreement of all, or resign and leave the seat to a computer player."""

from collections.abc import Callable, Coroutine
from typing import Any

from game.client.screens.city.cockpit import Cockpit
from game.client.screens.notice import confirm, fault_list, notify, refusal_words
from game.client.theme import Style
from game.client.widgets.button import Button
from game.client.widgets.label import Label
from game.client.widgets.layout import Column
from game.client.widgets.panelbox import Dialog
from game.client.widgets.richtext import EmblemSpan, SignSpan, Span
from game.link.match_client import LinkClosedError
from game.protocol.messages import PERSON, Answer, Declined
from game.rules.ids import Seat


def ask_to_resign(cockpit: Cockpit) -> Dialog:
    """Ask first: the seat is given up for good."""
    say = cockpit.say
    act = (say("resign"), lambda: _send(cockpit, cockpit.model.client.resign()))
    return confirm(cockpit.stage, say("resign-title"), say("resign-about"), act)


class Agreement(Dialog):
    """Who agrees that the match ends now; `call` says yes, or takes it back. Give it the keyboard."""

    def __init__(self, title: str, content: Column, keep: Button, call: Button) -> None:
        super().__init__(title, content, [keep, call], accent="attention", cancel=keep)
        self.call = call


def agreement(cockpit: Cockpit, on_close: Callable[[], None]) -> Agreement:
    """The window as the votes stand now."""
    say, seat, votes = cockpit.say, cockpit.seat, cockpit.model.votes
    agrees = 0 <= seat < len(votes) and votes[seat]

    def vote() -> None:
        on_close()
        _send(cockpit, cockpit.model.client.set_vote("end", agree=not agrees))

    rows = [_row(cockpit, voter, agrees=votes[voter]) for voter in voters(cockpit)]
    content = Column([Label(say("end-about"), Style.PLAIN, "soft", wrap=True), *rows], gap=8)
    keep = Button(cockpit.stage.say("common-cancel"), on_close, key="Esc", height=36)
    words = say("end-take-back" if agrees else "end-agree")
    doing = Button(words, vote, "plain" if agrees else "primary", key="Enter", height=36)
    return Agreement(say("end-title"), content, keep, doing)


def voters(cockpit: Cockpit) -> tuple[Seat, ...]:
    """The seats that must agree: those of people who are ranked and have not resigned."""
    room, ranked = cockpit.model.client.room, cockpit.model.board.ranked
    if room is None:
        return ()
    chairs = dict(enumerate(room.seats))
    return tuple(
        seat
        for seat in ranked
        if seat in chairs and chairs[seat].player == PERSON and not chairs[seat].resigned
    )


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


def _send(cockpit: Cockpit, request: Coroutine[Any, Any, Answer]) -> None:
    cockpit.stage.work(_sent(cockpit, request))


async def _sent(cockpit: Cockpit, request: Coroutine[Any, Any, Answer]) -> None:
    """What the server refuses is told; a closed link tells of itself in the banner."""
    try:
        answer = await request
    except LinkClosedError:
        return
    if isinstance(answer, Declined):
        say = cockpit.stage.say
        faults = [refusal_words(refusal, say) for refusal in answer.refusals]
        notify(cockpit.stage, cockpit.say("refused-request"), fault_list(faults))
    cockpit.touch()
