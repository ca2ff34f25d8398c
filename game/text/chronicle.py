"""A turn's ledger as a short story: who did what where, what moved, how the Gala went."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from game.rules.board import Board
from game.rules.ids import District, Seat
from game.rules.ledger import (
    Announced,
    Blamed,
    Contested,
    Ended,
    Entry,
    Finished,
    Founded,
    Fractured,
    Fulfilled,
    GalaHeld,
    Happened,
    Joined,
    Lapsed,
    Refunded,
    Scored,
    Shifted,
    Stopped,
    SwitchedOff,
)
from game.rules.phases.ranking import ranks
from game.text.amounts import percent, tenths
from game.text.catalog import Catalog
from game.text.deeds import deeds
from game.text.naming import Names
from game.text.sittings import next_docket, votes
from game.text.telling import tell


def chronicle(
    catalog: Catalog, board: Board, turn: int, entries: Sequence[Entry], legacy: Sequence[int]
) -> tuple[str, ...]:
    """The lines of a turn's story, the turn's heading first; a turn in which all agreed to end has none.

    `entries` is the turn's whole ledger in its order; `legacy` each seat's after it, in hundredths.
    """
    return tuple(_Story(Names(catalog, board), turn, entries, legacy).lines())


class _Story:
    """One turn being told."""

    def __init__(self, names: Names, turn: int, entries: Sequence[Entry], legacy: Sequence[int]) -> None:
        self._names = names
        self._say = names.catalog.say
        self._turn = turn
        self._entries = entries
        self._legacy = legacy
        self._by_kind: dict[type, list[Entry]] = defaultdict(list)
        for entry in entries:
            self._by_kind[type(entry)].append(entry)

    def lines(self) -> Iterator[str]:
        """The turn, if it was played before all agreed to end, and the match's end, if it has come."""
        for fracture in self._all(Fractured):
            yield self._say("ledger-turn", turn=self._turn, fracture=fracture)
            yield from self._played()
        yield from self._all(Fulfilled)
        yield from self._all(Ended)

    def _played(self) -> Iterator[str]:
        """Events, deeds, Sanctuaries, what moved, the city, the Council, the Gala, the new season."""
        yield from self._all(Happened)
        yield from self._all(SwitchedOff)
        yield from deeds(self._names, self._entries)
        yield from self._all(Founded)
        yield from self._all(Finished)
        yield from self._returned(motions=False)
        yield from self._moves()
        yield from self._city()
        yield from self._all(Stopped)
        yield from self._blame()
        yield from votes(self._names, self._entries)
        yield from self._gala()
        yield from self._new_season()

    def _all(self, kind: type[Entry]) -> list[str]:
        return [self._tell(entry) for entry in self._by_kind[kind]]

    def _tell(self, entry: Entry) -> str:
        return tell(self._names.catalog, self._names.board, entry)

    def _returned(self, *, motions: bool) -> Iterator[str]:
        """What was refunded: motions when the docket is made, everything else when it could not happen."""
        for entry in self._entries:
            if isinstance(entry, Refunded) and (entry.verb == "motion") is motions:
                yield self._tell(entry)

    def _new_season(self) -> Iterator[str]:
        """Laws whose time is up, the docket and the hands, events to come, and who joins."""
        for entry in self._entries:
            if isinstance(entry, Lapsed) and entry.reason == "sunset":
                yield self._tell(entry)
        yield from self._returned(motions=True)
        yield from next_docket(self._names, self._entries)
        yield from self._all(Announced)
        yield from self._all(Joined)

    # --- what moved -----------------------------------------------------------------------------

    def _moves(self) -> Iterator[str]:
        """Districts that changed hands; if none did, the biggest step anybody made."""
        contests = [entry for entry in self._entries if isinstance(entry, Contested)]
        turned = [line for contest in contests for line in self._turned(contest)]
        yield from turned
        if turned or not contests:
            return
        step, number, contest = max(
            (
                (after - before, -number, contest)
                for contest in contests
                for number, (before, after) in enumerate(zip(contest.before, contest.after, strict=True))
            ),
            key=lambda found: (found[0], found[1], -found[2].district),
        )
        if step > 0:
            yield self._biggest(contest, Seat(-number))

    def _biggest(self, contest: Contested, seat: Seat) -> str:
        return self._say(
            "ledger-gains-most",
            faction=self._names.faction(seat),
            place=self._names.place(contest.district),
            before=percent(contest.before[seat]),
            after=percent(contest.after[seat]),
        )

    def _turned(self, contest: Contested) -> Iterator[str]:
        board = self._names.board
        before, after = ranks(board, contest.before)[0], ranks(board, contest.after)[0]
        if before == after:
            return
        place = self._names.place(contest.district)
        if not after:
            yield self._say("ledger-turns-from", place=place)
        told = "ledger-turns-to" if len(after) == 1 else "ledger-draws-level"
        for seat in after:
            if seat not in before or len(after) < len(before):
                faction, share = self._names.faction(seat), percent(contest.after[seat])
                yield self._say(told, place=place, faction=faction, share=share)

    # --- what the city does ---------------------------------------------------------------------

    def _city(self) -> Iterator[str]:
        shifts = [entry for entry in self._entries if isinstance(entry, Shifted)]
        if any(shift.cause == "tension" for shift in shifts):
            yield self._say("ledger-tension")
        struck = sorted({shift.district for shift in shifts if shift.cause == "contagion"})
        if struck:
            places = self._names.listed([self._names.place(District(where)) for where in struck])
            yield self._say("ledger-contagion", places=places)

    def _blame(self) -> Iterator[str]:
        """Who is blamed for new unrest, each seat's in one sum."""
        blamed = [0] * self._names.board.seats
        for entry in self._entries:
            if isinstance(entry, Blamed) and entry.amount > 0:
                blamed[entry.seat] += entry.amount
        told = [
            self._say(
                "ledger-blame-of", who=self._names.faction(Seat(seat), short=True), amount=tenths(amount)
            )
            for seat, amount in enumerate(blamed)
            if amount
        ]
        if told:
            yield self._say("ledger-blame", blamed=self._names.listed(told))

    def _gala(self) -> Iterator[str]:
        gained = [0] * self._names.board.seats
        for entry in self._entries:
            if isinstance(entry, Scored | Fulfilled):
                gained[entry.seat] += entry.amount
        for entry in self._entries:
            if isinstance(entry, GalaHeld):
                yield self._standings(entry, gained)

    def _standings(self, gala: GalaHeld, gained: Sequence[int]) -> str:
        seats = sorted(self._names.board.all_seats, key=lambda seat: (-self._legacy[seat], seat))
        standings = [
            self._say(
                "ledger-standing-neutral" if self._names.is_neutral(seat) else "ledger-standing",
                faction=self._names.faction(seat, short=True),
                gained=tenths(gained[seat]),
                total=tenths(self._legacy[seat]),
            )
            for seat in seats
        ]
        lit = [self._say("ledger-quarter", quarter=quarter) for quarter in gala.quarters]
        return self._say(
            "ledger-standings",
            gala=gala.gala,
            weight=gala.weight,
            quarters=self._names.listed(lit),
            standings=self._names.listed(standings),
        )
