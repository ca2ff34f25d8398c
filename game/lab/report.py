"""What many matches add up to, as figures, as a table and as JSON."""

from collections import Counter
from collections.abc import Sequence

import msgspec
from msgspec import Struct
from rich.console import Group
from rich.table import Table

from game.content import ruleset
from game.lab.matches import MatchResult, MatchSetup
from game.lab.use import Use, summary, use_of, use_tables
from game.rules.ids import FactionKey


class SeatFigures(Struct, frozen=True):
    """A seat over many matches.

    `wins` in hundredths (a shared win is shared), `fair` its wins as percent of an equal share of all that
    had a winner; `places` how often it came first, second and so on; `legacy` the mean, in whole points, and
    `sources` where it came from; `orders` per verb and match in hundredths.
    """

    faction: FactionKey
    player: str
    wins: int
    fair: int
    places: tuple[int, ...]
    legacy: int
    sources: dict[str, int]
    orders: dict[str, int]


class Figures(Struct, frozen=True):
    """Many matches of one setup. `fracture` is the mean per turn over those that got so far.

    `half` and `three_quarters` say in percent how often whoever led then won.
    """

    map: str
    length: str
    games: int
    sundered: int
    seats: tuple[SeatFigures, ...]
    fracture: tuple[int, ...]
    half: int
    three_quarters: int
    use: Use


def figures(setup: MatchSetup, results: Sequence[MatchResult]) -> Figures:
    """Add up at least one match of the setup."""
    lived = [result for result in results if any(seat.place for seat in result.seats)]
    turns = max(len(result.fracture) for result in results)
    return Figures(
        map=setup.city.map_id,
        length=setup.length,
        games=len(results),
        sundered=sum(result.sundered for result in results),
        seats=tuple(_seat(setup, results, lived, number) for number in range(len(setup.seats))),
        fracture=tuple(
            _mean([r.fracture[turn] for r in results if len(r.fracture) > turn]) for turn in range(turns)
        ),
        half=_held(lived, 2),
        three_quarters=_held(lived, 4),
        use=use_of(ruleset(), results),
    )


def to_json(found: Figures, results: Sequence[MatchResult]) -> bytes:
    """The figures and every match, as indented JSON."""
    return msgspec.json.format(msgspec.json.encode({"figures": found, "matches": results}), indent=2)


def report(found: Figures) -> Group:
    """Everything for people to read: the seats, then what was used how often."""
    return Group(table(found), summary(found.use), *use_tables(found.use))


def table(found: Figures) -> Table:
    """One column per seat: what it won, its Legacy, and how often it used which verb a match."""
    verbs = sorted({verb for seat in found.seats for verb in seat.orders})
    drawn = Table(title=f"{found.map}, {found.length}: {found.games} matches", caption=_caption(found))
    drawn.add_column("")
    for seat in found.seats:
        drawn.add_column(f"{seat.faction}:{seat.player}", justify="right")
    drawn.add_row("wins", *(f"{seat.wins / 100:g}" for seat in found.seats))
    drawn.add_row("of a fair share", *(f"{seat.fair / 100:.2f}" for seat in found.seats))
    drawn.add_row("places", *("/".join(map(str, seat.places)) for seat in found.seats))
    drawn.add_row("Legacy", *(str(seat.legacy) for seat in found.seats))
    for name in found.seats[0].sources:
        drawn.add_row(f"  {name}", *(str(seat.sources[name]) for seat in found.seats))
    drawn.add_section()
    for verb in verbs:
        drawn.add_row(verb, *(f"{seat.orders.get(verb, 0) / 100:.1f}" for seat in found.seats))
    return drawn


def _caption(found: Figures) -> str:
    marks = range(2, len(found.fracture), 3)
    curve = ", ".join(f"{turn + 1}: {found.fracture[turn]}" for turn in marks)
    return (
        f"sundered {found.sundered} of {found.games}; leader at half time won {found.half}%, "
        f"at three quarters {found.three_quarters}%\nFracture after turn {curve}"
    )


def _seat(
    setup: MatchSetup, results: Sequence[MatchResult], lived: Sequence[MatchResult], number: int
) -> SeatFigures:
    wins = sum(_share(result, number) for result in lived)
    orders: Counter[str] = Counter()
    for result in results:
        orders.update(result.seats[number].orders)
    return SeatFigures(
        faction=FactionKey(setup.seats[number].faction),
        player=setup.seats[number].player,
        wins=wins,
        fair=wins * len(setup.seats) // len(lived) if lived else 0,
        places=tuple(
            sum(result.seats[number].place == place for result in lived)
            for place in range(1, len(setup.seats) + 1)
        ),
        legacy=_mean([result.seats[number].legacy for result in results]) // 100,
        sources={
            name: _mean([result.seats[number].sources[name] for result in results]) // 100
            for name in results[0].seats[number].sources
        },
        orders={verb: 100 * count // len(results) for verb, count in sorted(orders.items())},
    )


def _share(result: MatchResult, number: int) -> int:
    """The seat's part of the win, in hundredths."""
    winners = [seat for seat in result.seats if seat.place == 1]
    return 100 // len(winners) if result.seats[number].place == 1 else 0


def _held(lived: Sequence[MatchResult], divisor: int) -> int:
    """How often in percent the leader at that part of the match won: a half, or all but a fourth."""
    told = [(r, r.leads[_gala(len(r.leads), divisor)]) for r in lived]
    known = [(result, leader) for result, leader in told if leader >= 0]
    won = sum(result.seats[leader].place == 1 for result, leader in known)
    return 100 * won // len(known) if known else 0


def _gala(galas: int, divisor: int) -> int:
    return galas - galas // divisor - 1


def _mean(values: Sequence[int]) -> int:
    return sum(values) // len(values) if values else 0
