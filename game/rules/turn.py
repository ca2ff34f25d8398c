"""The working copy of one turn: the only place where numbers of the state are ever overwritten.

A phase reads the numbers as they stood when it began, reports its changes with `shift`, `pull`
and `earn`, and ends with `settle`, which sums them and clamps once (rule 12).
"""

from collections.abc import Sequence
from typing import Any, cast

from msgspec.structs import astuple

from game.rules.board import Board
from game.rules.errors import RulesError
from game.rules.ground import fits, is_stakeholder
from game.rules.ids import District, Leader, Seat
from game.rules.ledger import Blamed, Earned, Entry, Shifted
from game.rules.orders import Led, Paper, Slate, is_led, verb_of
from game.rules.state import (
    DistrictState,
    Facility,
    GalaScore,
    Outcome,
    Public,
    SeatState,
    Secret,
    Site,
    State,
)

NOBODY = Seat(-1)
NO_LEADER = Leader(-1)
NOWHERE = District(-1)

Act = tuple[Seat, Leader, District, Led]
"""An order given: by whom, through whom, where."""

Line = tuple[str, int]
"""One line of a sum: its source and its value."""

_LIMITS = {"need": (0, 100), "lean": (-100, 100), "unrest": (0, 10)}


class Turn:
    """One turn being resolved. Lists are indexed by district or seat; `ledger` is None to keep none."""

    need: list[int]
    lean: list[int]
    unrest: list[int]
    support: list[tuple[int, ...]]
    facilities: list[tuple[Facility, ...]]
    sites: list[Site | None]
    credits: list[int]
    voice: list[int]
    legacy: list[int]
    works: list[bool]
    tired: list[tuple[tuple[int, ...], ...]]
    galas: list[tuple[GalaScore, ...]]
    hands: list[tuple[str, ...]]
    passed: list[int]
    blame: list[int]

    def __init__(
        self, board: Board, state: State, slates: Sequence[Slate], ledger: list[Entry] | None
    ) -> None:
        public = state.public
        if len(slates) != board.seats:
            raise RulesError(f"{len(slates)} slates for {board.seats} seats")
        self.board = board
        self.before = public
        self.secret: Secret = state.secret
        self.ledger = ledger
        self.number = public.turn
        self.need, self.lean, self.unrest, self.support, self.facilities, self.sites = _columns(
            public.districts
        )
        seats = _columns(public.seats)
        self.credits, self.voice, self.legacy, self.works, self.tired = seats[:5]
        self.galas, self.hands, self.passed, self.blame = seats[5:]
        self.laws = public.laws
        self.docket = public.docket
        self.moved = public.moved
        self.events = public.events
        self.works_next = list(self.works)
        self.leaders = list(public.leaders)
        self.fracture = public.fracture
        self.priority = public.priority
        self.outcome: Outcome | None = public.outcome
        self.next_number = public.turn
        self.heard: list[set[tuple[District, int]]] = [set() for _ in board.all_seats]
        self.acts: dict[str, list[Act]] = {}
        self.papers: list[list[Paper]] = []
        self._sort_out(slates)
        self.levers = board.levers(public)
        self.switched_off: set[District] = set()
        self.limelight = _limelight(board, public)
        self.thanks = _thanks(board, public.fracture)
        self.pressure = [[0] * board.seats for _ in range(board.districts)]
        self._moved: dict[str, dict[District, int]] = {"need": {}, "lean": {}, "unrest": {}}
        self._pulled: dict[District, int] = {}
        self._earned = [0] * board.seats
        self._voiced = [0] * board.seats

    def _sort_out(self, slates: Sequence[Slate]) -> None:
        """Orders that leaders carry out go by verb, papers by seat."""
        for seat, slate in zip(self.board.all_seats, slates, strict=True):
            papers: list[Paper] = []
            for order in slate:
                if is_led(order):
                    act = (seat, order.leader, order.district, order)
                    self.acts.setdefault(verb_of(order), []).append(act)
                else:
                    papers.append(cast("Paper", order))
            self.papers.append(papers)

    # What phases report.

    def shift(self, subject: str, district: District, cause: str, seat: Seat, amount: int) -> None:
        """Need, lean or unrest changes by `amount` when the phase settles."""
        if not amount:
            return
        moved = self._moved[subject]
        moved[district] = moved.get(district, 0) + amount
        if self.ledger is not None:
            self.ledger.append(Shifted(subject, district, cause, seat, amount))
        if amount > 0 and seat >= 0 and subject == "unrest":
            self.accuse(seat, cause, district, amount * self.board.ruleset.fracture.blame_per_unrest)

    def pull(self, district: District, cause: str, seat: Seat, amount: int) -> None:
        """Lean comes `amount` nearer to the middle, but never past it, when the phase settles.

        Each pull is written down as if it were the only one; `settle` takes back what several pull too far.
        """
        lean = self.lean[district]
        step = min(amount, abs(lean))
        if not step:
            return
        self._pulled[district] = self._pulled.get(district, 0) + step
        self.shift("lean", district, cause, seat, step if lean < 0 else -step)

    def earn(self, seat: Seat, currency: str, cause: str, district: District, amount: int) -> None:
        """A purse changes by `amount` when the phase settles."""
        if not amount:
            return
        purse = self._earned if currency == "credits" else self._voiced
        purse[seat] += amount
        if self.ledger is not None:
            self.ledger.append(Earned(seat, currency, cause, district, amount))

    def accuse(self, seat: Seat, cause: str, district: District, amount: int) -> None:
        """A seat's entry in the blame record changes at once, in hundredths (rule 10)."""
        if not amount:
            return
        self.blame[seat] += amount
        if self.ledger is not None:
            self.ledger.append(Blamed(seat, cause, district, amount))

    def settle(self) -> None:
        """End the phase: sum what was reported, clamp once, write down what the limits cut off."""
        if self._pulled:
            self._stop_in_the_middle()
        for subject, moved in self._moved.items():
            if moved:
                self._settle_scale(subject, moved)
                moved.clear()
        if any(self._earned):
            most = self.board.ruleset.economy.most_credits
            self._settle_purse("credits", self.credits, self._earned, most)
        if any(self._voiced):
            self._settle_purse("voice", self.voice, self._voiced, self.board.ruleset.economy.most_voice)

    def _stop_in_the_middle(self) -> None:
        for district, pulled in self._pulled.items():
            lean = self.lean[district]
            over = pulled - abs(lean)
            if over > 0:
                self.shift("lean", district, "middle", NOBODY, over if lean > 0 else -over)
        self._pulled.clear()

    def _settle_scale(self, subject: str, moved: dict[District, int]) -> None:
        scale = {"need": self.need, "lean": self.lean, "unrest": self.unrest}[subject]
        low, high = _LIMITS[subject]
        for district, amount in moved.items():
            wanted = scale[district] + amount
            if low <= wanted <= high:
                scale[district] = wanted
                continue
            held = low if wanted < low else high
            scale[district] = held
            if self.ledger is not None:
                self.ledger.append(Shifted(subject, district, "limit", NOBODY, held - wanted))

    def _settle_purse(self, currency: str, purse: list[int], earned: list[int], most: int) -> None:
        for seat, amount in enumerate(earned):
            if not amount:
                continue
            earned[seat] = 0
            wanted = purse[seat] + amount
            purse[seat] = max(0, min(most, wanted))
            if purse[seat] != wanted and self.ledger is not None:
                limit = Earned(Seat(seat), currency, "limit", NOWHERE, purse[seat] - wanted)
                self.ledger.append(limit)

    # What phases ask.

    def affinity(self, district: District, seat: Seat, leader: Leader = NO_LEADER) -> int:
        """How well a seat is heard in a district now, in percent (rules 7, 15)."""
        board = self.board
        rule = board.factions[seat].affinity
        percent = board.wealth_affinity[seat][district]
        if rule.need_divisor:
            percent += self.need[district] // rule.need_divisor
        if rule.lean_divisor:
            percent += self.lean[district] // rule.lean_divisor
        if rule.off_middle_divisor:
            percent -= abs(self.lean[district]) // rule.off_middle_divisor
        if is_stakeholder(self.sites[district], seat):
            percent += board.ruleset.sanctuary.affinity
        return percent + self.added("affinity", district, leader)

    def lines(self, target: str, district: int, leader: int = NO_LEADER) -> list[Line]:
        """What changes a target here, now and through this leader, each with its source; often nothing."""
        if target not in self.levers.targets:  # most are not
            return []
        found = self.levers.find(target, district, leader)
        if not found:
            return []
        return [(lever.source, lever.value) for lever in found if fits(self, lever.where, district)]

    def added(self, target: str, district: int, leader: int = NO_LEADER) -> int:
        """The sum of those lines."""
        lines = self.lines(target, district, leader)
        return sum([value for _, value in lines]) if lines else 0

    def facilities_at_work(self, district: District) -> list[Facility]:
        """The facilities of a district that work: finished, their upkeep paid, not switched off."""
        standing = self.facilities[district]
        if not standing or district in self.switched_off:
            return []
        return [
            facility for facility in standing if facility.ready <= self.number and self.works[facility.seat]
        ]

    def held(self, seat: Seat) -> int:
        """How many facilities a seat holds, finished or not."""
        held = 0
        for standing in self.facilities:
            for facility in standing:
                held += facility.seat == seat
        return held

    # What comes out.

    def state(self) -> State:
        """The state after the phases that were played."""
        districts = map(
            DistrictState, self.need, self.lean, self.unrest, self.support, self.facilities, self.sites
        )
        purses = self.credits, self.voice, self.legacy, self.works_next
        seats = map(SeatState, *purses, self.tired, self.galas, self.hands, self.passed, self.blame)
        public = Public(
            turn=self.next_number,
            districts=tuple(districts),
            seats=tuple(seats),
            leaders=tuple(self.leaders),
            fracture=self.fracture,
            priority=self.priority,
            spotlight=self.before.spotlight,
            laws=self.laws,
            docket=self.docket,
            moved=self.moved,
            events=self.events,
            outcome=self.outcome,
        )
        return State(public=public, secret=self.secret)


def _columns(rows: Sequence[DistrictState] | Sequence[SeatState]) -> list[list[Any]]:
    """The fields of districts or seats, in their order: a list of each."""
    return [list(column) for column in zip(*map(astuple, rows), strict=True)]


def _limelight(board: Board, public: Public) -> Seat:
    """The seat that leads in Legacy alone, once the Limelight is on; otherwise nobody (rule 6)."""
    if public.turn < board.length.limelight_from:
        return NOBODY
    legacy = [seat.legacy for seat in public.seats]
    most = max(legacy)
    return Seat(legacy.index(most)) if legacy.count(most) == 1 else NOBODY


def _thanks(board: Board, fracture: int) -> int:
    """How many times over the people thank those who mend at this Fracture (rule 5)."""
    times = 1
    for rule in board.ruleset.thanks:
        if fracture > rule.fracture and rule.times > times:
            times = rule.times
    return times
