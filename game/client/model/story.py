"""A resolved turn as a story: what concerns this seat, district by district, and what the Gala gave."""

from collections.abc import Iterator

from msgspec import Struct

from game.rules.board import Board
from game.rules.ids import District, Seat
from game.rules.ledger import (
    Announced,
    Blamed,
    Built,
    Closed,
    Contested,
    Dealt,
    Decided,
    Docketed,
    Entry,
    Finished,
    Founded,
    Fractured,
    Fulfilled,
    GalaHeld,
    Given,
    Happened,
    Joined,
    Lapsed,
    Ledger,
    Pledged,
    Pressed,
    Proposed,
    Refunded,
    Scored,
    Shifted,
    Stopped,
    SwitchedOff,
    Voted,
)
from game.rules.state import Public

MOST_BEATS = 8
"""Districts shown in one playback; the report tells of the rest."""

WORTH_TELLING = 15
"""Permille of support lost or won in a district from which on it concerns the seat."""

FORGOTTEN = "forgotten"
"""The cause by which blame fades."""

FRACTURE_STEPS = (25, 50, 75, 100)


class Change(Struct, frozen=True):
    """How something of a district stood before and after the turn. `subject` is support, need, unrest or lean."""

    subject: str
    before: int
    after: int

    @property
    def amount(self) -> int:
        """What was gained, or lost below 0."""
        return self.after - self.before


class Deed(Struct, frozen=True):
    """What another seat did in a district: `cause` is a verb's key, its own verb's, or a facility's it began."""

    seat: Seat
    cause: str


class Beat(Struct, frozen=True):
    """One stop of the playback: a district, the own pressure there in hundredths, and what changed.

    `orders` are the causes of the own orders there, `built` own facilities, `refused` why own orders came back,
    `gave` the kinds and numbers of own Sanctuary parts; `deeds` are the others'. `events` began there; a Sanctuary
    was `founded` there or `finished`.
    """

    district: District
    pressure: int
    rivals: int
    changes: tuple[Change, ...]
    orders: tuple[str, ...] = ()
    built: tuple[tuple[Seat, str], ...] = ()
    refused: tuple[str, ...] = ()
    deeds: tuple[Deed, ...] = ()
    gave: tuple[tuple[str, int], ...] = ()
    events: tuple[Happened, ...] = ()
    founded: bool = False
    finished: Finished | None = None


class Standing(Struct, frozen=True):
    """A seat at a Gala: Legacy after it and its parts, all in hundredths."""

    seat: Seat
    legacy: int
    leading: int
    second: int
    stakes: int
    agenda: int

    @property
    def gained(self) -> int:
        """What the Gala gave."""
        return self.leading + self.second + self.stakes + self.agenda


class GalaNight(Struct, frozen=True):
    """A Gala that was held: which (from 1), its weight, the quarters in the Spotlight, the seats best first."""

    gala: int
    weight: int
    quarters: tuple[int, ...]
    standings: tuple[Standing, ...]


class Vote(Struct, frozen=True):
    """A vote of the Council: the decision, and every ballot with its weight; the residents' is of seat -1."""

    decided: Decided
    ballots: tuple[Voted, ...]


class Story(Struct, frozen=True):
    """A turn to be told: the stops in order, Fracture before and after, who joined, the votes, the Gala.

    `elsewhere` are the districts that are no stop, but where somebody acted: only the report tells of them. `news`
    is what belongs to no district, or to one that nobody need look at; `blame` how the own blame changed, in
    hundredths, by what was done this turn.
    """

    turn: int
    beats: tuple[Beat, ...]
    fracture: Change
    joined: tuple[int, ...]
    gala: GalaNight | None
    elsewhere: tuple[Beat, ...] = ()
    votes: tuple[Vote, ...] = ()
    news: tuple[Entry, ...] = ()
    blame: int = 0

    @property
    def step_passed(self) -> int | None:
        """The highest step of Fracture that was passed upwards this turn."""
        low, high = self.fracture.before, self.fracture.after
        return max((step for step in FRACTURE_STEPS if low < step <= high), default=None)


def story_of(board: Board, seat: Seat, ledger: Ledger, before: Public, after: Public) -> Story:
    """The story of a turn for one seat (-1 for a spectator, whom no order concerns)."""
    beats = [_beat(seat, ledger, District(d), before, after) for d in range(board.districts)]
    concerned = sorted((b for b in beats if _weight(b)), key=lambda b: (-_weight(b), b.district))
    stops = tuple(concerned[:MOST_BEATS])
    return Story(
        turn=before.turn,
        beats=stops,
        fracture=_fracture(ledger, before),
        joined=tuple(entry.leader for entry in ledger if isinstance(entry, Joined)),
        gala=_gala(board, ledger, after),
        elsewhere=tuple(b for b in beats if b not in stops and (b.deeds or b in concerned)),
        votes=tuple(_votes(ledger)),
        news=tuple(_news(seat, ledger)),
        blame=sum(
            e.amount for e in ledger if isinstance(e, Blamed) and e.seat == seat and e.cause != FORGOTTEN
        ),
    )


def _votes(ledger: Ledger) -> Iterator[Vote]:
    for entry in ledger:
        if isinstance(entry, Decided):
            ballots = (vote for vote in ledger if isinstance(vote, Voted) and vote.law == entry.law)
            yield Vote(entry, tuple(ballots))


def _news(seat: Seat, ledger: Ledger) -> Iterator[Entry]:
    """What to read of in the report: gifts, motions, laws, events to come, the own new laws, upkeep unpaid."""
    for entry in ledger:
        told = isinstance(
            entry, Given | Closed | Proposed | Lapsed | Docketed | Announced | SwitchedOff | Fulfilled
        )
        own = isinstance(entry, Dealt | Stopped) and entry.seat == seat
        if told or own:
            yield entry


def _weight(beat: Beat) -> int:
    """How much a stop concerns the seat; own orders come first, then the largest change of support."""
    support = next((abs(c.amount) for c in beat.changes if c.subject == "support"), 0)
    if beat.orders or beat.refused or beat.built:
        return 1000 + support
    if beat.events or beat.finished or beat.founded:
        return 700 + support
    return support if support >= WORTH_TELLING else 0


def _beat(seat: Seat, ledger: Ledger, district: District, before: Public, after: Public) -> Beat:
    here = [entry for entry in ledger if getattr(entry, "district", None) == district]
    contest = next((entry for entry in here if isinstance(entry, Contested)), None)
    pressure = contest.pressure if contest is not None else ()
    own = pressure[seat] if contest is not None and seat >= 0 else 0
    return Beat(
        district=district,
        pressure=own,
        rivals=sum(pressure) - own,
        changes=tuple(_changes(seat, district, before, after)),
        orders=tuple(e.cause for e in here if isinstance(e, Pressed) and e.seat == seat and e.leader >= 0),
        built=tuple((e.seat, e.facility) for e in here if isinstance(e, Built) and e.seat == seat),
        refused=tuple(e.reason for e in here if isinstance(e, Refunded) and e.seat == seat),
        deeds=tuple(_deeds(seat, here)),
        gave=tuple((e.kind, e.amount) for e in here if isinstance(e, Pledged) and e.seat == seat),
        events=tuple(e for e in here if isinstance(e, Happened)),
        founded=any(isinstance(e, Founded) for e in here),
        finished=next((e for e in here if isinstance(e, Finished)), None),
    )


def _deeds(seat: Seat, here: list[Entry]) -> Iterator[Deed]:
    """The others' orders in a district, seat by seat."""
    found = [
        Deed(e.seat, e.cause if isinstance(e, Pressed) else e.facility)
        for e in here
        if (isinstance(e, Pressed) and e.leader >= 0) or isinstance(e, Built)
    ]
    yield from sorted((deed for deed in found if deed.seat != seat), key=lambda deed: deed.seat)


def _changes(seat: Seat, district: District, before: Public, after: Public) -> Iterator[Change]:
    old, new = before.districts[district], after.districts[district]
    if seat >= 0 and old.support[seat] != new.support[seat]:
        yield Change("support", old.support[seat], new.support[seat])
    for subject, was, now in (
        ("need", old.need, new.need),
        ("unrest", old.unrest, new.unrest),
        ("lean", old.lean, new.lean),
    ):
        if was != now:
            yield Change(subject, was, now)


def _fracture(ledger: Ledger, before: Public) -> Change:
    for entry in ledger:
        if isinstance(entry, Fractured):
            return Change("fracture", entry.before, entry.after)
    return Change("fracture", before.fracture, before.fracture)


def _gala(board: Board, ledger: Ledger, after: Public) -> GalaNight | None:
    held = next((entry for entry in ledger if isinstance(entry, GalaHeld)), None)
    if held is None:
        return None
    scored = [entry for entry in ledger if isinstance(entry, Scored)]

    def gained(seat: Seat, cause: str) -> int:
        return sum(entry.amount for entry in scored if entry.seat == seat and entry.cause == cause)

    standings = [
        Standing(
            seat,
            after.seats[seat].legacy,
            *(gained(seat, cause) for cause in ("leading", "second", "stakes", "agenda")),
        )
        for seat in board.all_seats
    ]
    best_first = sorted(standings, key=lambda standing: (-standing.legacy, standing.seat))
    return GalaNight(held.gala, held.weight, held.quarters, tuple(best_first))


def shifts(ledger: Ledger, district: District, subject: str) -> tuple[Shifted, ...]:
    """What moved need, lean or unrest of a district, in the ledger's order."""
    return tuple(
        entry
        for entry in ledger
        if isinstance(entry, Shifted) and entry.district == district and entry.subject == subject
    )
