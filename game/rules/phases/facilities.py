"""Phase 8: facilities at work: a little pressure, and what each is there for (rules 4, 12.8)."""

from game.rules.ids import District, Seat
from game.rules.pressure import Push, press
from game.rules.ruleset import FacilityRule, Place
from game.rules.turn import NO_LEADER, Turn


def play(turn: Turn) -> None:
    """Every facility that is finished and paid for works."""
    season_end = turn.board.ends_season(turn.number)
    for index in range(turn.board.districts):
        district = District(index)
        for facility in turn.facilities_at_work(district):
            rule = turn.board.facility_rules[facility.seat][facility.kind]
            _work(turn, district, facility.seat, rule, season_end=season_end)
    turn.settle()


def in_place(turn: Turn, district: District, place: Place | None) -> bool:
    """Whether the district is the kind of place the facility is made for."""
    if place is None:
        return False
    board = turn.board
    value = {
        "population": board.population,
        "wealth": board.wealth,
        "need": turn.need,
        "lean": turn.lean,
        "unrest": turn.unrest,
    }
    trait = abs(turn.lean[district]) if place.trait == "off_middle" else value[place.trait][district]
    return place.least <= trait <= place.most


def _work(turn: Turn, district: District, seat: Seat, rule: FacilityRule, *, season_end: bool) -> None:
    push = Push(seat, NO_LEADER, district, rule.key)
    push.base = rule.pressure + (rule.pressure_in_place if in_place(turn, district, rule.place) else 0)
    press(turn, push)
    turn.shift("need", district, rule.key, seat, rule.need)
    turn.shift("lean", district, rule.key, seat, rule.lean)
    turn.pull(district, rule.key, seat, rule.to_middle)
    wealth = turn.board.wealth[district]
    pay = rule.earns_credits + wealth * rule.earns_credits_by_wealth
    turn.earn(seat, "credits", rule.key, district, pay)
    turn.earn(seat, "voice", rule.key, district, rule.earns_voice)
    if season_end:
        turn.shift("unrest", district, rule.key, seat, rule.unrest_a_season)
