"""A turn's ledger as a short story: who did what where, what moved, how the Gala went."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from game.rules.board import Board
from game.rules.ids import District, Leader, Seat
from game.rules.ledger import (
    Built,
    Contested,
    Ended,
    Entry,
    Fractured,
    GalaHeld,
    Joined,
    Moved,
    Pressed,
    Refunded,
    Scored,
    Shifted,
    Stopped,
)
from game.rules.phases.gala import ranks
from game.rules.turn import NO_LEADER
from game.text.amounts import percent, tenths
from game.text.catalog import Catalog
from game.text.naming import Names
from game.text.telling import tell


def chronicle(
    catalog: Catalog, board: Board, turn: int, entries: Sequence[Entry], legacy: Sequence[int]
) -> tuple[str, ...]:
    """The lines of a turn's story, the turn's heading first.

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
        """Heading, deeds, what moved, what the city does, the Gala, the end."""
        yield self._say("ledger-turn", turn=self._turn, fracture=self._all(Fractured)[0])
        yield from self._deeds()
        yield from self._all(Refunded)
        yield from self._moves()
        yield from self._city()
        yield from self._all(Stopped)
        yield from self._gala()
        yield from self._all(Joined)
        yield from self._all(Ended)

    def _all(self, kind: type[Entry]) -> list[str]:
        return [tell(self._names.catalog, self._names.board, entry) for entry in self._by_kind[kind]]

    # --- who did what where ---------------------------------------------------------------------

    def _deeds(self) -> Iterator[str]:
        deeds = self._deeds_of_leaders()
        leaders = self._names.board.leaders
        for seat in self._names.board.all_seats:
            own = [deed for leader, deed in sorted(deeds.items()) if leaders[leader].seat == seat]
            faction = self._names.faction(seat)
            if own:
                listed = self._say("ledger-semicolon").join(own)
                yield self._say("ledger-deeds", faction=faction, deeds=listed)
            else:
                yield self._say("ledger-deeds-none", faction=faction)

    def _deeds_of_leaders(self) -> dict[Leader, str]:
        """What each leader did; one who only moved has travelled."""
        deeds: dict[Leader, str] = {}
        for entry in self._entries:
            if isinstance(entry, Moved):
                place = self._names.place(entry.district)
                deeds[entry.leader] = self._deed(entry.leader, self._say("ledger-order-travel", place=place))
        for entry in self._entries:
            if isinstance(entry, Built):
                deeds[entry.leader] = self._deed(entry.leader, self._building(entry))
            elif isinstance(entry, Pressed) and entry.leader != NO_LEADER:
                deeds[entry.leader] = self._deed(entry.leader, self._speech(entry))
        return deeds

    def _deed(self, leader: Leader, order: str) -> str:
        return self._say("ledger-deed", leader=self._names.leader(leader), order=order)

    def _building(self, entry: Built) -> str:
        facility, place = self._names.facility(entry.facility), self._names.place(entry.district)
        return self._say("ledger-order-build", facility=facility, place=place)

    def _speech(self, entry: Pressed) -> str:
        verb, place = self._names.cause(entry.cause), self._names.place(entry.district)
        order = self._say("ledger-order", verb=verb, place=place)
        amount = self._say("ledger-pressure", amount=tenths(entry.amount))
        return self._say("ledger-order-amounts", order=order, amounts=amount)

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

    def _gala(self) -> Iterator[str]:
        gained = [0] * self._names.board.seats
        for entry in self._entries:
            if isinstance(entry, Scored):
                gained[entry.seat] += entry.amount
        for entry in self._entries:
            if isinstance(entry, GalaHeld):
                yield self._standings(entry, gained)

    def _standings(self, gala: GalaHeld, gained: Sequence[int]) -> str:
        seats = sorted(self._names.board.all_seats, key=lambda seat: (-self._legacy[seat], seat))
        standings = [
            self._say(
                "ledger-standing",
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
