"""What to try next time: the habits that cost the player most, read off the match."""

from collections.abc import Iterator
from typing import Final

import msgspec

from game.client.model.cards import UNBOUNDED
from game.client.screens.results.figures import SOURCES, Source, points, sources
from game.client.screens.results.reasons import Sentence
from game.client.screens.results.record import Record
from game.rules.ids import Seat
from game.rules.ledger import Built, Entry, Moved, Pledged, Pressed, Proposed, Refunded, Stopped
from game.rules.measure import Measure
from game.rules.standing import Standing

MOST: Final = 3
TIRED_SHARE: Final = 20
"""Percent of own orders before a tired audience from which on it is worth telling."""
IDLE_LEAST: Final = 3
"""Turns of a leader without an order from which on it is worth telling."""
HOARD: Final = 10
_DEEDS: Final = Pressed | Built | Pledged | Proposed | Moved | Refunded
NEAR_PERCENT: Final = 50
"""A mandate missed is worth telling if at least so much of it was there."""


class Advice(msgspec.Struct, frozen=True):
    """One piece of advice; `weight` is about what it would have gained, in points of Legacy."""

    weight: float
    sentence: Sentence


def advice(record: Record, most: int = MOST) -> tuple[Sentence, ...]:
    """The weightiest advice for the own seat, at most so many; none for a spectator."""
    if record.you is None:
        return ()
    found = sorted(_all(record, record.you), key=lambda piece: -piece.weight)
    return tuple(piece.sentence for piece in found[:most])


def _all(record: Record, you: Seat) -> Iterator[Advice]:
    if record.sundered:
        yield Advice(1000.0, Sentence("results-next-mend"))
    own = [entry for ledger in record.ledgers.values() for entry in ledger if _by(record, entry, you)]
    yield from _stakes(record, you)
    yield from _laws(record, you)
    yield from _mandates(record, you)
    yield from _tired(own)
    yield from _idle(record, you)
    yield from _purse(record, you)
    yield from _upkeep(record, you)


def _by(record: Record, entry: Entry, you: Seat) -> bool:
    """Whether an own leader gave the order that the entry tells of."""
    leader = getattr(entry, "leader", -1)
    return leader >= 0 and record.board.leaders[leader].seat == you


def _gap(record: Record, you: Seat, source: Source) -> tuple[int, int, Seat]:
    """Own points from a source, the most that anybody had, and who."""
    place = SOURCES.index(source)
    by_seat = {seat: sources(record, seat)[place] for seat in record.board.all_seats}
    best = max(by_seat, key=lambda seat: (by_seat[seat], -seat))
    return by_seat[you], by_seat[best], best


def _stakes(record: Record, you: Seat) -> Iterator[Advice]:
    mine, theirs, best = _gap(record, you, "stakes")
    if theirs - mine >= HOARD:
        numbers: dict[str, int | str] = {"mine": mine, "theirs": theirs}
        yield Advice(theirs - mine, Sentence("results-next-pledge", numbers, rival=best))


def _laws(record: Record, you: Seat) -> Iterator[Advice]:
    worth = points(record.board.ruleset.council.legacy)
    state = record.public.seats[you]
    moved = sum(
        isinstance(entry, Proposed) and entry.seat == you
        for ledger in record.ledgers.values()
        for entry in ledger
    )
    if state.hand and not state.passed:
        key = "results-next-move" if not moved else "results-next-carry"
        yield Advice(worth, Sentence(key, {"worth": worth, "moved": moved}))


def _mandates(record: Record, you: Seat) -> Iterator[Advice]:
    """The missed mandate that was nearest."""
    outcome = record.public.outcome
    mine = outcome.mandates[you] if outcome is not None and len(outcome.mandates) > you else ()
    worth = points(record.board.ruleset.mandate.legacy)
    standing = Standing(record.board, record.public)
    for key in mine:
        for measure in record.board.ruleset.mandates[key].measures:
            near = _nearness(standing, measure, you)
            if near is not None and near[0] * 100 >= near[1] * NEAR_PERCENT:
                numbers: dict[str, int | str] = {"found": near[0], "least": near[1], "worth": worth}
                yield Advice(worth * 0.9, Sentence("results-next-mandate", numbers, mandate=key))
                return


def _nearness(standing: Standing, measure: Measure, you: Seat) -> tuple[int, int] | None:
    """What was reached and what was asked, for a measure missed from below."""
    least, _ = standing.bounds(measure)
    found = standing.read(measure, you)
    return (found, least) if least > -UNBOUNDED and found < least else None


def _tired(own: list[Entry]) -> Iterator[Advice]:
    spoken = [entry for entry in own if isinstance(entry, Pressed)]
    tired = sum(any(f.name == "freshness" and f.value < 100 for f in entry.factors) for entry in spoken)
    if spoken and tired * 100 >= TIRED_SHARE * len(spoken):
        percent = tired * 100 // len(spoken)
        yield Advice(percent / 2, Sentence("results-next-fresh", {"percent": percent}))


def _idle(record: Record, you: Seat) -> Iterator[Advice]:
    """Turns in which a leader who had joined did nothing that the ledger tells of."""
    acted = sum(
        len({entry.leader for entry in ledger if isinstance(entry, _DEEDS) and _by(record, entry, you)})
        for ledger in record.ledgers.values()
    )
    joined = [record.board.leaders[leader].joins for leader in record.board.leaders_of(you)]
    could = sum(turn >= join for turn in record.ledgers for join in joined)
    if could - acted >= IDLE_LEAST:
        yield Advice((could - acted) * 2.0, Sentence("results-next-idle", {"count": could - acted}))


def _purse(record: Record, you: Seat) -> Iterator[Advice]:
    state = record.public.seats[you]
    if state.credits >= HOARD:
        yield Advice(state.credits / 2, Sentence("results-next-credits", {"credits": state.credits}))
    if state.voice >= HOARD:
        yield Advice(state.voice / 2, Sentence("results-next-voice", {"voice": state.voice}))


def _upkeep(record: Record, you: Seat) -> Iterator[Advice]:
    stops = sum(
        isinstance(entry, Stopped) and entry.seat == you
        for ledger in record.ledgers.values()
        for entry in ledger
    )
    if stops:
        yield Advice(8.0 * stops, Sentence("results-next-upkeep", {"count": stops}))
