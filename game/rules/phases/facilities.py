"""Phase 8: facilities at work: a little pressure, and what each is there for (rules 4, 12.8)."""

from game.rules.change import ANY_FACILITY
from game.rules.faction import FacilityRule
from game.rules.ground import fits
from game.rules.ids import District, Seat
from game.rules.pressure import Push, press
from game.rules.side_effects import add_side_effects
from game.rules.turn import NO_LEADER, Turn


def play(turn: Turn) -> None:
    """Every facility that is finished and paid for works."""
    season_end = turn.board.ends_season(turn.number)
    for district in turn.board.all_districts:
        for facility in turn.facilities_at_work(district):
            rule = turn.board.facility_rules[facility.seat][facility.kind]
            _work(turn, district, facility.seat, rule, season_end=season_end)
    turn.settle()


def in_place(turn: Turn, rule: FacilityRule, district: District) -> bool:
    """Whether the district is the kind of place the facility is made for."""
    return rule.place is not None and fits(turn, rule.place, district)


def _work(turn: Turn, district: District, seat: Seat, rule: FacilityRule, *, season_end: bool) -> None:
    base = rule.pressure + (rule.pressure_in_place if in_place(turn, rule, district) else 0)
    press(turn, Push(seat, NO_LEADER, district, rule.key, base=base))
    if rule.need:
        turn.shift("need", district, rule.key, seat, rule.need)
    if rule.lean:
        turn.shift("lean", district, rule.key, seat, rule.lean)
    if rule.to_middle:
        turn.pull(district, rule.key, seat, rule.to_middle)
    wealth = turn.board.wealth[district]
    pay = rule.earns_credits + wealth * rule.earns_credits_by_wealth
    if pay:
        turn.earn(seat, "credits", rule.key, district, pay)
    if rule.earns_voice:
        turn.earn(seat, "voice", rule.key, district, rule.earns_voice)
    if season_end and rule.unrest_a_season:
        turn.shift("unrest", district, rule.key, seat, rule.unrest_a_season)
    add_side_effects(turn, rule.key, ANY_FACILITY, seat, (district, NO_LEADER))
    if "linked_need" in turn.levers.targets:
        for source, value in turn.lines("linked_need", district):
            _serve_neediest(turn, district, source, seat, value)


def _serve_neediest(turn: Turn, district: District, source: str, seat: Seat, value: int) -> None:
    """The neediest linked district, by key where two need as much."""
    linked = turn.board.links[district]
    if linked:
        turn.shift("need", max(linked, key=lambda other: (turn.need[other], -other)), source, seat, value)
