"""A match as tables: what every phase looks up, worked out once per match."""

from collections.abc import Sequence
from typing import get_args

from msgspec import Struct

from game.rules.basics import Price
from game.rules.city import City
from game.rules.errors import RulesError
from game.rules.faction import FacilityRule, Faction
from game.rules.ids import District, FactionKey, Leader, Seat, Wealth
from game.rules.levers import Levers
from game.rules.orders import Build, Led, verb_of
from game.rules.ruleset import Ruleset
from game.rules.state import Happening, Match, Public
from game.rules.tables import Length

PRICED = tuple(verb_of(kind) for kind in get_args(Led) if kind is not Build)
"""The verbs that have a price of their own; Build is priced by the facility."""

MOST_LEVERS = 2
"""Sets of laws and events whose levers, some 4 KB each, a board keeps: those of two turns, though one serves many."""


class LeaderPlan(Struct, frozen=True, array_like=True):
    """A leader: whose, which, and the turn it joins (1 for those who are there from the start)."""

    seat: Seat
    key: str
    joins: int


class Board:
    """Derived tables of one match, shared by all its turns; never changed after it is made.

    Lists are indexed by district, seat or leader. Makes no check of the match: `setup` made it.
    """

    def __init__(self, match: Match) -> None:
        self.match = match
        self.ruleset: Ruleset = match.ruleset
        self.city: City = match.city
        self.length: Length = match.ruleset.lengths[match.length]
        self.seats = len(match.seating)
        self.all_seats = tuple(Seat(seat) for seat in range(self.seats))
        self.factions: tuple[Faction, ...] = tuple(
            match.ruleset.factions[sitting.faction] for sitting in match.seating
        )
        self.homes = match.homes
        self.districts = len(match.city.districts)
        self.all_districts = tuple(District(district) for district in range(self.districts))
        self.population = [plan.population for plan in match.city.districts]
        self.wealth = [int(plan.wealth) for plan in match.city.districts]
        self.links = [plan.links for plan in match.city.districts]
        self.slots = [plan.slots for plan in match.city.districts]
        self.quarter = [plan.quarter for plan in match.city.districts]
        self.total_population = sum(self.population)
        self.underserved = self._of_wealth(Wealth.UNDERSERVED)
        self.affluent = self._of_wealth(Wealth.AFFLUENT)
        self.leaders: tuple[LeaderPlan, ...] = tuple(self._leader_plans())
        self.facility_rules: tuple[dict[str, FacilityRule], ...] = tuple(
            {rule.key: rule for rule in faction.facilities} for faction in self.factions
        )
        self.wealth_affinity = [
            [faction.affinity.base + faction.affinity.by_wealth[wealth] for wealth in self.wealth]
            for faction in self.factions
        ]
        self.district_of_key = {plan.key: District(index) for index, plan in enumerate(match.city.districts)}
        self.ranked = tuple(seat for seat in self.all_seats if seat not in match.unranked)
        self.speciality = [match.ruleset.part_kinds.index(faction.speciality) for faction in self.factions]
        self.prices = [self._prices(sitting.faction) for sitting in match.seating]
        self._always: Levers | None = None
        self._levers: dict[tuple[object, ...], Levers] = {}
        # With what they were made of, and not with the state, which would stay in memory with them.
        self._levers_now: tuple[object, object, int, Levers] = (None, None, 0, Levers())

    def _prices(self, faction: FactionKey) -> dict[str, Price]:
        return {verb: self.ruleset.price(faction, verb) for verb in PRICED}

    def _of_wealth(self, wealth: Wealth) -> tuple[District, ...]:
        return tuple(District(index) for index, step in enumerate(self.wealth) if step == wealth)

    def _leader_plans(self) -> list[LeaderPlan]:
        late = self.length.late_leaders_from
        return [
            LeaderPlan(Seat(seat), key, joins)
            for seat, faction in enumerate(self.factions)
            for keys, joins in ((faction.leaders, 1), (faction.late_leaders, late))
            for key in keys
        ]

    def label(self, seat: Seat) -> str:
        """The label of who sits there, for draws and orders as text."""
        return self.match.seating[seat].label

    def leaders_of(self, seat: Seat) -> tuple[Leader, ...]:
        """All leaders of a seat, whether they have joined yet or not."""
        return tuple(Leader(n) for n, plan in enumerate(self.leaders) if plan.seat == seat)

    def levers(self, public: Public) -> Levers:
        """What changes in the turn that is being planned: by landmarks, traits, laws in force, events at work."""
        laws, events, turn, levers = self._levers_now
        if laws is not public.laws or events is not public.events or turn != public.turn:
            levers = self._levers_of(public)
            self._levers_now = public.laws, public.events, public.turn, levers
        return levers

    def _levers_of(self, public: Public) -> Levers:
        laws = tuple(law.key for law in public.laws)
        events = tuple(
            (event.key, event.district) for event in public.events if self.at_work(event, public.turn)
        )
        known = self._levers.get((laws, events))
        if known is None:
            if len(self._levers) >= MOST_LEVERS:
                self._levers = {}
            known = self._levers[laws, events] = self._new_levers(laws, events)
        return known

    def at_work(self, event: Happening, turn: int) -> bool:
        """Whether an event has begun by that turn and is not yet over."""
        return event.turn <= turn < event.turn + self.ruleset.events[event.key].turns

    def _new_levers(self, laws: Sequence[str], events: Sequence[tuple[str, District]]) -> Levers:
        if self._always is None:
            self._always = self._standing_levers()
        levers = self._always.more()
        for law in laws:
            levers.add_for_city(law, self.ruleset.laws[law].changes)
        for event, district in events:
            levers.add_for_district(event, district, self.ruleset.events[event].changes)
        return levers

    def _standing_levers(self) -> Levers:
        """What the city and its leaders are: in every turn the same."""
        levers = Levers()
        for index, plan in enumerate(self.city.districts):
            landmark = self.ruleset.landmarks.get(plan.landmark or "")
            if landmark is not None:
                levers.add_for_district(landmark.key, District(index), landmark.changes)
        for index, leader in enumerate(self.leaders):
            trait = self.factions[leader.seat].traits[leader.key]
            levers.add_for_leader(trait.key, Leader(index), trait.changes)
        return levers

    def season(self, turn: int) -> int:
        """The season a turn belongs to, from 0."""
        return (turn - 1) // self.length.season_turns

    def season_turn(self, turn: int) -> int:
        """The place of a turn in its season, from 1."""
        return (turn - 1) % self.length.season_turns + 1

    @property
    def seasons(self) -> int:
        """How many seasons the match has."""
        return self.length.turns // self.length.season_turns

    def first_turn(self, season: int) -> int:
        """The first turn of a season, which counts from 0."""
        return season * self.length.season_turns + 1

    def takes_motions(self, turn: int) -> bool:
        """Whether a law moved in this turn can still come before a Council (rule 8)."""
        return self.season(turn) < self.seasons - self.ruleset.council.seasons_without_motions

    def ends_season(self, turn: int) -> bool:
        """Whether the turn is its season's last: the turn of the Gala."""
        return turn % self.length.season_turns == 0

    def act(self, turn: int) -> int:
        """The act a turn belongs to, from 0 (rule 10).

        Raises RulesError for a turn past the match's end.
        """
        season = self.season(turn)
        for act, seasons in enumerate(self.length.seasons_by_act):
            if season < seasons:
                return act
            season -= seasons
        raise RulesError(f"turn {turn} is past the end of a match of {self.length.turns} turns")
