"""The working copy of one turn: the only place where numbers of the state are ever overwritten.

A phase reads the numbers as they stood when it began, reports its changes with `shift`, `pull`
and `earn`, and ends with `settle`, which sums them and clamps once (rule 12).
"""

from collections.abc import Sequence

from game.rules.board import Board
from game.rules.errors import RulesError
from game.rules.ground import fits, is_stakeholder
from game.rules.ids import District, Leader, Seat
from game.rules.ledger import Blamed, Earned, Entry, Shifted
from game.rules.orders import Led, Paper, Slate, led, papers, verb_of
from game.rules.state import (
    DistrictState,
    Facility,
    GalaScore,
    Outcome,
    Public,
    SeatState,
    Secret,
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
        self.need = [district.need for district in public.districts]
        self.lean = [district.lean for district in public.districts]
        self.unrest = [district.unrest for district in public.districts]
        self.support = [district.support for district in public.districts]
        self.facilities: list[tuple[Facility, ...]] = [d.facilities for d in public.districts]
        self.sites = [district.site for district in public.districts]
        self.credits = [seat.credits for seat in public.seats]
        self.voice = [seat.voice for seat in public.seats]
        self.legacy = [seat.legacy for seat in public.seats]
        self.hands = [seat.hand for seat in public.seats]
        self.passed = [seat.passed for seat in public.seats]
        self.blame = [seat.blame for seat in public.seats]
        self.laws = public.laws
        self.docket = public.docket
        self.moved = public.moved
        self.events = public.events
        self.works = [seat.works for seat in public.seats]
        self.works_next = list(self.works)
        self.galas: list[tuple[GalaScore, ...]] = [seat.galas for seat in public.seats]
        self.leaders = list(public.leaders)
        self.fracture = public.fracture
        self.priority = public.priority
        self.outcome: Outcome | None = public.outcome
        self.next_number = public.turn
        self.tired = [seat.tired for seat in public.seats]
        self.heard: list[set[tuple[District, int]]] = [set() for _ in board.all_seats]
        self.acts: dict[str, list[Act]] = _by_verb(slates)
        self.papers: list[tuple[Paper, ...]] = [papers(slate) for slate in slates]
        self.levers = board.levers(public)
        self.switched_off: set[District] = set()
        self.limelight = _limelight(board, public)
        self.thanks = _thanks(board, public.fracture)
        self.pressure = [[0] * board.seats for _ in range(board.districts)]
        self._moved: dict[str, dict[District, int]] = {"need": {}, "lean": {}, "unrest": {}}
        self._pulled: dict[District, int] = {}
        self._earned = [0] * board.seats
        self._voiced = [0] * board.seats

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
        self._stop_in_the_middle()
        for subject, scale in (("need", self.need), ("lean", self.lean), ("unrest", self.unrest)):
            moved = self._moved[subject]
            if moved:
                self._settle_scale(subject, scale, moved)
                moved.clear()
        economy = self.board.ruleset.economy
        self._settle_purse("credits", self.credits, self._earned, economy.most_credits)
        self._settle_purse("voice", self.voice, self._voiced, economy.most_voice)

    def _stop_in_the_middle(self) -> None:
        for district, pulled in self._pulled.items():
            lean = self.lean[district]
            over = pulled - abs(lean)
            if over > 0:
                self.shift("lean", district, "middle", NOBODY, over if lean > 0 else -over)
        self._pulled.clear()

    def _settle_scale(self, subject: str, scale: list[int], moved: dict[District, int]) -> None:
        low, high = _LIMITS[subject]
        for district, amount in moved.items():
            wanted = scale[district] + amount
            held = low if wanted < low else min(wanted, high)
            scale[district] = held
            if held != wanted and self.ledger is not None:
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
        if target not in self.levers.targets:
            return []
        found = self.levers.find(target, district, leader)
        return [(lever.source, lever.value) for lever in found if fits(self, lever.where, district)]

    def added(self, target: str, district: int, leader: int = NO_LEADER) -> int:
        """The sum of those lines."""
        if target not in self.levers.targets:
            return 0
        found = self.levers.find(target, district, leader)
        return sum(lever.value for lever in found if fits(self, lever.where, district))

    def facilities_at_work(self, district: District) -> list[Facility]:
        """The facilities of a district that work: finished, their upkeep paid, not switched off."""
        if district in self.switched_off:
            return []
        return [
            facility
            for facility in self.facilities[district]
            if facility.ready <= self.number and self.works[facility.seat]
        ]

    def held(self, seat: Seat) -> int:
        """How many facilities a seat holds, finished or not."""
        return sum(f.seat == seat for standing in self.facilities for f in standing)

    # What comes out.

    def state(self) -> State:
        """The state after the phases that were played; an unchanged part is the same object."""
        before = self.before
        public = Public(
            turn=self.next_number,
            districts=tuple(self._district(d) for d in range(self.board.districts)),
            seats=tuple(self._seat(seat) for seat in self.board.all_seats),
            leaders=tuple(self.leaders),
            fracture=self.fracture,
            priority=self.priority,
            spotlight=before.spotlight,
            laws=self.laws,
            docket=self.docket,
            moved=self.moved,
            events=self.events,
            outcome=self.outcome,
        )
        return State(public=public, secret=self.secret)

    def _district(self, d: int) -> DistrictState:
        return DistrictState(
            self.need[d], self.lean[d], self.unrest[d], self.support[d], self.facilities[d], self.sites[d]
        )

    def _seat(self, seat: Seat) -> SeatState:
        return SeatState(
            self.credits[seat],
            self.voice[seat],
            self.legacy[seat],
            self.works_next[seat],
            self.tired[seat],
            self.galas[seat],
            self.hands[seat],
            self.passed[seat],
            self.blame[seat],
        )


def _by_verb(slates: Sequence[Slate]) -> dict[str, list[Act]]:
    acts: dict[str, list[Act]] = {}
    for seat, slate in enumerate(slates):
        for order in led(slate):
            acts.setdefault(verb_of(order), []).append((Seat(seat), order.leader, order.district, order))
    return acts


def _limelight(board: Board, public: Public) -> Seat:
    """The seat that leads in Legacy alone, once the Limelight is on; otherwise nobody (rule 6)."""
    if public.turn < board.length.limelight_from:
        return NOBODY
    legacy = [seat.legacy for seat in public.seats]
    most = max(legacy)
    return Seat(legacy.index(most)) if legacy.count(most) == 1 else NOBODY


def _thanks(board: Board, fracture: int) -> int:
    """How many times over the people thank those who mend at this Fracture (rule 5)."""
    return max([1, *(rule.times for rule in board.ruleset.thanks if fracture > rule.fracture)])
