"""The Council's vote: every law with its ballots, side by side, and whether it passed."""

from collections.abc import Iterable, Sequence

from game.client.geometry import Rect
from game.client.look import Look
from game.client.model.story import Vote
from game.client.scene.items import Clip, Fill, Group, Image, Item, Panel, Shadow
from game.client.scene.marks import Bar
from game.client.screens.city.cockpit import Cockpit
from game.client.screens.city.pen import Pen
from game.client.theme import Style
from game.rules.ledger import Voted

WIDTH = 620
HEAD = 58
ROW = 88
BAR = 18
PICTURE = "halls/council.webp"


def vote_items(cockpit: Cockpit, look: Look, room: Rect, votes: Sequence[Vote]) -> Iterable[Item]:
    """The panel in the middle of `room`."""
    u = look.u
    rect = Rect.centred(room.centre_x, room.centre_y - u(10), u(WIDTH), u(HEAD + ROW * len(votes) + 10))
    pen = Pen(look, rect)
    pen.panel("selection")
    pen.put(Clip(rect.inset(u(3)), (Image(Rect(rect.x, rect.y, rect.w, rect.w * 9 // 16), PICTURE, 0.7),)))
    pen.put(Panel(rect, look.palette.selection, look.palette.panel, look.palette.line, u(10), 110))
    pen.icon(34, 30, "council", 32, "text")
    pen.text(62, 30, cockpit.stage.say("council-result"), Style.H2)
    pen.rule(HEAD - 6)
    for place, vote in enumerate(votes):
        _row(cockpit, pen, HEAD + ROW * place, vote)
    return (Shadow(rect, u(30)), Group(rect, tuple(pen.items)))


def _row(cockpit: Cockpit, pen: Pen, y: float, vote: Vote) -> None:
    say, decided = cockpit.stage.say, vote.decided
    ink = "go" if decided.passed else "loss"
    pen.sign(30, y + 16, "tick" if decided.passed else "cross", ink, 6)
    result = say("council-passed" if decided.passed else "council-failed")
    room = WIDTH - 66 - pen.wide(result, Style.CALL)
    pen.text(46, y + 16, pen.fit(cockpit.words.law(decided.law), room, Style.STRONG_18), Style.STRONG_18)
    pen.text(WIDTH - 20, y + 16, result.upper(), Style.CALL, ink, "mr")
    _bar(cockpit, pen, y + 32, vote)
    counted = say("council-votes", ayes=decided.ayes, nays=decided.nays)
    pen.text(20, y + 66, counted, Style.STRONG_15, "soft")
    if decided.passed:
        until = say("council-passed-until", turn=decided.until)
        pen.text(WIDTH - 20, y + 66, until, Style.PLAIN_15, "soft", "mr")


def _bar(cockpit: Cockpit, pen: Pen, y: float, vote: Vote) -> None:
    """Ballots for the law from the left, against it from the right, with the half between the two."""
    rect = pen.box(20, y, WIDTH - 40, BAR)
    whole = max(1, sum(ballot.weight for ballot in vote.ballots))
    pen.put(Fill(rect, pen.palette.groove, 255, pen.u(2)))
    ayes = [ballot for ballot in vote.ballots if ballot.aye]
    nays = [ballot for ballot in vote.ballots if not ballot.aye]
    _side(cockpit, pen, Rect(rect.x, rect.y, rect.w * sum(b.weight for b in ayes) // whole, rect.h), ayes)
    wide = rect.w * sum(b.weight for b in nays) // whole
    _side(cockpit, pen, Rect(rect.right - wide, rect.y, wide, rect.h), nays)
    half = Rect(rect.centre_x - pen.u(1), rect.y - pen.u(4), pen.u(2), rect.h + pen.u(8))
    pen.put(Fill(half, pen.palette.text))


def _side(cockpit: Cockpit, pen: Pen, rect: Rect, ballots: Sequence[Voted]) -> None:
    if rect.w > 0:
        parts = tuple((cockpit.words.banner(ballot.seat), ballot.weight) for ballot in ballots)
        pen.put(Bar(rect, parts))
