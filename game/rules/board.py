"""A match as tables: what every phase looks up, worked out once per match."""

from msgspec import Struct

from game.rules.city import City
from game.rules.errors import RulesError
from game.rules.ids import District, Leader, Seat, Wealth
from game.rules.ruleset import FacilityRule, Faction, Length, Ruleset
from game.rules.state import Match


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

    def leaders_of(self, seat: Seat) -> tuple[Leader, ...]:
        """All leaders of a seat, whether they have joined yet or not."""
        return tuple(Leader(n) for n, plan in enumerate(self.leaders) if plan.seat == seat)

    def season(self, turn: int) -> int:
        """The season a turn belongs to, from 0."""
        return (turn - 1) // self.length.season_turns

    def season_turn(self, turn: int) -> int:
        """The place of a turn in its season, from 1."""
        return (turn - 1) % self.length.season_turns + 1

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
