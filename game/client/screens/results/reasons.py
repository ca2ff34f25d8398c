"""Why it ended so: two sentences and a sum, all from the numbers of the match."""

from collections.abc import Mapping
from typing import Literal

import msgspec

from game.client.screens.results.figures import SOURCES, Source, points, sources
from game.client.screens.results.record import Record
from game.rules.ids import District, Seat
from game.rules.ledger import Fractured

Verdict = Literal["won", "lost", "shared", "sundered", "watched"]


class Sentence(msgspec.Struct, frozen=True):
    """A text key with its numbers and words; `rival` and `hero` are filled in as the names of seats."""

    key: str
    parameters: Mapping[str, int | str] = {}
    hero: Seat | None = None
    rival: Seat | None = None
    district: District | None = None


class Reasons(msgspec.Struct, frozen=True):
    """The verdict, its sentences, and what `hero` had more (or less) of than `rival` by source.

    `hero` is the own seat, or the winner for a spectator; a sundered city has neither.
    """

    verdict: Verdict
    sentences: tuple[Sentence, ...]
    hero: Seat | None = None
    rival: Seat | None = None
    deltas: tuple[int, ...] = ()


def reasons(record: Record) -> Reasons:
    """Why the match ended as it did. `record` is of a match that is over."""
    if record.sundered:
        return Reasons("sundered", _sundering(record))
    hero = record.you if record.you is not None else record.winners[0]
    rival = _rival(record, hero)
    deltas = tuple(
        own - other for own, other in zip(sources(record, hero), sources(record, rival), strict=True)
    )
    verdict = _verdict(record)
    if verdict == "shared":
        same = Sentence("results-why-shared", {"total": _total(record, hero)}, hero, rival)
        return Reasons(verdict, (same, _deciding_gala(record, hero, rival)), hero, rival, deltas)
    said = (_by_source(verdict, deltas, hero, rival), _deciding_gala(record, hero, rival))
    return Reasons(verdict, said, hero, rival, deltas)


def _verdict(record: Record) -> Verdict:
    if record.you is None:
        return "watched"
    if record.you not in record.winners:
        return "lost"
    return "won" if len(record.winners) == 1 else "shared"


def _total(record: Record, seat: Seat) -> int:
    return points(record.public.seats[seat].legacy)


def _rival(record: Record, hero: Seat) -> Seat:
    """The best of the others: the winner, or the one who came nearest."""
    places = record.public.outcome.places if record.public.outcome is not None else ()
    others = [Seat(seat) for seat in range(len(places)) if seat != hero]
    return min(others, key=lambda seat: (places[seat], -record.public.seats[seat].legacy, seat))


def _by_source(verdict: Verdict, deltas: tuple[int, ...], hero: Seat, rival: Seat) -> Sentence:
    """Which source made most of the difference, and which worked against it."""
    towards = -1 if verdict == "lost" else 1
    pulled = [delta * towards for delta in deltas]
    most = max(range(len(pulled)), key=pulled.__getitem__)
    least = min(range(len(pulled)), key=pulled.__getitem__)
    key = f"results-why-{'behind' if verdict == 'lost' else 'ahead'}"
    if pulled[most] <= 0:
        return Sentence(f"{key}-hair", {}, hero, rival)
    numbers: dict[str, int | str] = {"source": SOURCES[most], "more": pulled[most]}
    if pulled[least] < 0:
        numbers |= {"other": SOURCES[least], "less": -pulled[least]}
        return Sentence(f"{key}-though", numbers, hero, rival)
    return Sentence(key, numbers, hero, rival)


def _deciding_gala(record: Record, hero: Seat, rival: Seat) -> Sentence:
    """The Gala that moved the two furthest apart in the sense of the end."""
    mine = [gala.total for gala in record.public.seats[hero].galas]
    theirs = [gala.total for gala in record.public.seats[rival].galas]
    steps = [own - other for own, other in zip(mine, theirs, strict=True)]
    towards = 1 if sum(steps) >= 0 else -1
    gala = max(range(len(steps)), key=lambda index: (steps[index] * towards, index))
    numbers = {
        "gala": gala + 1,
        "weight": record.board.length.gala_weights[gala],
        "mine": points(mine[gala]),
        "theirs": points(theirs[gala]),
    }
    return Sentence("results-why-gala", numbers, hero, rival)


def _sundering(record: Record) -> tuple[Sentence, ...]:
    """What Fracture was made of at the end, and where the city was angriest."""
    unrest = [state.unrest for state in record.public.districts]
    worst = District(max(range(len(unrest)), key=unrest.__getitem__))
    turmoil = sum(level >= record.board.ruleset.gala.turmoil_from for level in unrest)
    angriest = Sentence("results-why-angriest", {"unrest": unrest[worst], "turmoil": turmoil}, district=worst)
    last = _last_measure(record)
    if last is None:
        return (Sentence("results-why-sundered", {"turn": record.public.turn}), angriest)
    parts = {factor.name: factor.value for factor in last.factors}
    numbers = {"turn": record.public.turn, "unrest": parts["unrest"], "gap": parts["gap"]}
    return (Sentence("results-why-sundered-parts", numbers), angriest)


def _last_measure(record: Record) -> Fractured | None:
    ledger = record.ledgers.get(record.public.turn, ())
    return next((entry for entry in ledger if isinstance(entry, Fractured)), None)


def source_key(source: Source) -> str:
    """The text key of a source's name."""
    return f"results-source-{source}"
