"""Why it ended so: two sentences and a sum, all from the numbers of the match."""

from collections.abc import Mapping
from typing import Literal

import msgspec

from game.client.model.cards import UNBOUNDED, number_words
from game.client.screens.results.figures import SOURCES, Source, places_of, points, sources
from game.client.screens.results.record import Record
from game.rules.ids import District, Seat
from game.rules.ledger import Fractured
from game.rules.standing import Standing
from game.rules.state import Ending

Verdict = Literal["won", "lost", "shared", "sundered", "watched", "achieved", "failed"]


class Sentence(msgspec.Struct, frozen=True):
    """A text key with its numbers and words; `rival` and `hero` are filled in as the names of seats, `goal` as its own."""

    key: str
    parameters: Mapping[str, int | str] = {}
    hero: Seat | None = None
    rival: Seat | None = None
    district: District | None = None
    goal: str = ""
    mandate: str = ""


class Reasons(msgspec.Struct, frozen=True):
    """The verdict, its sentences, and what `hero` had more (or less) of than `rival` by source, teams counted whole.

    `hero` is the own seat, or the winner for a spectator; where all win or lose together there is neither.
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
    if record.ending in (Ending.ACHIEVED, Ending.FAILED):
        return Reasons("achieved" if record.ending is Ending.ACHIEVED else "failed", _goals(record))
    hero = record.you if record.you is not None and places_of(record)[record.you] else record.winners[0]
    rival = _rival(record, hero)
    deltas = tuple(own - other for own, other in zip(_team(record, hero), _team(record, rival), strict=True))
    verdict = _verdict(record)
    if record.ending is Ending.GOAL:
        return Reasons(verdict, (_goal_won(record, hero),), hero, rival, deltas)
    gala = _deciding_gala(record, hero, rival)
    if verdict == "shared":
        first = Sentence("results-why-shared", {"total": _total(record, hero)}, hero, rival)
    else:
        first = _by_source(verdict, deltas, hero, rival)
    if record.ending is Ending.AGREED:
        key = "results-why-abandoned" if record.abandoned else "results-why-agreed"
        agreed = Sentence(key, {"turn": record.public.turn})
        return Reasons(verdict, (agreed, first), hero, rival, deltas)
    return Reasons(verdict, (first, *gala), hero, rival, deltas)


def _team(record: Record, seat: Seat) -> tuple[int, ...]:
    """The sources of all who share a seat's Legacy."""
    return tuple(map(sum, zip(*(sources(record, other) for other in record.team(seat)), strict=True)))


def _goals(record: Record) -> tuple[Sentence, ...]:
    """Every goal of the mode with what was reached."""
    standing = Standing(record.board, record.public)
    told = []
    for goal in record.board.match.mode.goals:
        least, most = standing.bounds(goal.measure)
        met = standing.holds(goal.measure)
        asked = "least" if least > -UNBOUNDED else "most"
        numbers: dict[str, int | str] = {
            "met": "yes" if met else "no",
            "found": number_words(goal.measure.reads, standing.read(goal.measure)),
            "bound": number_words(goal.measure.reads, least if asked == "least" else most),
            "asked": asked,
        }
        told.append(Sentence("results-why-goal", numbers, goal=goal.key))
    return tuple(told)


def _goal_won(record: Record, hero: Seat) -> Sentence:
    """Which goal ended the match, and who met it."""
    standing = Standing(record.board, record.public)
    goals = [goal for goal in record.board.match.mode.goals if goal.wins]
    winner = record.winners[0]
    met = next((goal for goal in goals if standing.holds(goal.measure, winner)), goals[0])
    who = hero if hero in record.winners else winner
    return Sentence("results-why-goal-won", {"turn": record.public.turn}, who, goal=met.key)


def _verdict(record: Record) -> Verdict:
    if record.you is None:
        return "watched"
    if record.you not in record.winners:
        return "lost"
    alone = set(record.winners) <= set(record.team(record.you))
    return "won" if alone else "shared"


def _total(record: Record, seat: Seat) -> int:
    return points(sum(record.public.seats[other].legacy for other in record.team(seat)))


def _rival(record: Record, hero: Seat) -> Seat:
    """The best of the others that are ranked: the winner, or the one who came nearest."""
    places = places_of(record)
    own = record.team(hero)
    others = [seat for seat in record.board.ranked if seat not in own]
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


def _deciding_gala(record: Record, hero: Seat, rival: Seat) -> tuple[Sentence, ...]:
    """The Gala that moved the two furthest apart in the sense of the end; nothing where none was held."""
    mine, theirs = _by_gala(record, hero), _by_gala(record, rival)
    steps = [own - other for own, other in zip(mine, theirs, strict=True)]
    if not steps:
        return ()
    towards = 1 if sum(steps) >= 0 else -1
    gala = max(range(len(steps)), key=lambda index: (steps[index] * towards, index))
    numbers = {
        "gala": gala + 1,
        "weight": record.board.length.gala_weights[gala],
        "mine": points(mine[gala]),
        "theirs": points(theirs[gala]),
    }
    return (Sentence("results-why-gala", numbers, hero, rival),)


def _by_gala(record: Record, seat: Seat) -> list[int]:
    """What each Gala gave a seat's team, in hundredths."""
    galas = [record.public.seats[other].galas for other in record.team(seat)]
    return [sum(score.total for score in night) for night in zip(*galas, strict=True)]


def _sundering(record: Record) -> tuple[Sentence, ...]:
    """What Fracture was made of at the end, and where the city was angriest."""
    unrest = [state.unrest for state in record.public.districts]
    worst = District(max(range(len(unrest)), key=unrest.__getitem__))
    turmoil = sum(level >= record.board.ruleset.gala.turmoil_from for level in unrest)
    angriest = Sentence("results-why-angriest", {"unrest": unrest[worst], "turmoil": turmoil}, district=worst)
    last = _last_measure(record)
    if last is None:
        return (Sentence("results-why-sundered", {"turn": record.public.turn}), angriest, *_blame(record))
    parts = {factor.name: factor.value for factor in last.factors}
    numbers = {"turn": record.public.turn, "unrest": parts["unrest"], "gap": parts["gap"]}
    return (Sentence("results-why-sundered-parts", numbers), angriest, *_blame(record))


def _blame(record: Record) -> tuple[Sentence, ...]:
    """Who caused most unrest, if anybody did."""
    blame = [state.blame for state in record.public.seats]
    most = Seat(blame.index(max(blame)))
    return (
        (Sentence("results-why-blame", {"blame": points(blame[most])}, most),) if points(blame[most]) else ()
    )


def _last_measure(record: Record) -> Fractured | None:
    ledger = record.ledgers.get(record.public.turn, ())
    return next((entry for entry in ledger if isinstance(entry, Fractured)), None)


def source_key(source: Source) -> str:
    """The text key of a source's name."""
    return f"results-source-{source}"
