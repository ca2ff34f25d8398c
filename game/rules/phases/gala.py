"""Phase 14: the Gala that ends each season scores Legacy (rules 4, 11, 12.14)."""

from game.rules.board import Board
from game.rules.ids import District, Seat
from game.rules.ledger import Factor, GalaHeld, Scored
from game.rules.ruleset import Agenda
from game.rules.state import GalaScore
from game.rules.turn import NOWHERE, Turn


def play(turn: Turn) -> None:
    """In a season's last turn, unless the city is sundered, the Gala is held."""
    if turn.outcome is not None or not turn.board.ends_season(turn.number):
        return
    gala = turn.board.season(turn.number)
    hold(turn, gala)


def hold(turn: Turn, gala: int) -> None:
    """Score the Gala with that place (from 0) for all seats."""
    if turn.ledger is not None:
        weight = turn.board.length.gala_weights[gala]
        turn.ledger.append(GalaHeld(gala + 1, weight, turn.before.spotlight[gala]))
    leading = [0] * turn.board.seats
    second = [0] * turn.board.seats
    for index in range(turn.board.districts):
        _score_district(turn, gala, District(index), leading, second)
    for seat in turn.board.all_seats:
        agenda = _score_agenda(turn, gala, seat)
        score = GalaScore(leading[seat], second[seat], agenda)
        turn.legacy[seat] += score.total
        turn.galas[seat] = (*turn.galas[seat], score)


def ranks(board: Board, support: tuple[int, ...]) -> tuple[list[Seat], list[Seat]]:
    """Who leads a district and who is second; equals stand together, nobody need be either.

    Several in the first list share the first place and the second with it.
    """
    rule = board.ruleset.gala
    most = max(support)
    if most < rule.least_to_lead:
        return [], []
    first = [seat for seat in board.all_seats if support[seat] == most]
    if len(first) > 1:
        return first, []
    runners = [held for held in support if held != most]
    following = max(runners, default=0)
    if following < rule.least_to_follow:
        return first, []
    return first, [seat for seat in board.all_seats if support[seat] == following]


def _score_district(turn: Turn, gala: int, district: District, leading: list[int], second: list[int]) -> None:
    board = turn.board
    rule = board.ruleset.gala
    first, runners = ranks(board, turn.support[district])
    if not first:
        return
    large = board.population[district] >= rule.large_from
    worth = rule.leading_large if large else rule.leading
    half = worth // rule.second_divisor
    if len(first) > 1:
        for seat in first:
            leading[seat] += _score(turn, gala, seat, "leading", district, (worth + half) // len(first))
        return
    leading[first[0]] += _score(turn, gala, first[0], "leading", district, worth)
    for seat in runners:
        second[seat] += _score(turn, gala, seat, "second", district, half // len(runners))


def _score(turn: Turn, gala: int, seat: Seat, cause: str, district: District, base: int) -> int:
    """What a place in a district is worth with weight, Spotlight and turmoil, in hundredths."""
    board = turn.board
    rule = board.ruleset.gala
    weight = board.length.gala_weights[gala]
    lit = board.quarter[district] in turn.before.spotlight[gala]
    turmoil = turn.unrest[district] >= rule.turmoil_from
    amount = base * weight * (rule.spotlight_times if lit else 1)
    if turmoil:
        amount //= rule.turmoil_divisor
    if turn.ledger is not None:
        factors = [Factor("weight", 100 * weight)]
        if lit:
            factors.append(Factor("spotlight", 100 * rule.spotlight_times))
        if turmoil:
            factors.append(Factor("turmoil", 100 // rule.turmoil_divisor))
        turn.ledger.append(Scored(seat, cause, district, base, tuple(factors), amount))
    return amount


def _score_agenda(turn: Turn, gala: int, seat: Seat) -> int:
    agenda = turn.board.factions[seat].agenda
    served = _served(turn, seat, agenda.served_reach) if agenda.served else None
    met = sum(
        _meets(turn, agenda, seat, District(index))
        for index in range(turn.board.districts)
        if served is None or index in served
    )
    weight = turn.board.length.gala_weights[gala]
    amount = agenda.pay * met * weight
    if amount and turn.ledger is not None:
        factors = (Factor("districts", 100 * met), Factor("weight", 100 * weight))
        turn.ledger.append(Scored(seat, "agenda", NOWHERE, agenda.pay, factors, amount))
    return amount


def _served(turn: Turn, seat: Seat, reach: int) -> set[District]:
    """The districts where the seat's facilities work, and those linked to them if they reach so far."""
    served: set[District] = set()
    for index in range(turn.board.districts):
        if any(facility.seat == seat for facility in turn.facilities_at_work(District(index))):
            served.add(District(index))
            if reach:
                served.update(turn.board.links[index])
    return served


def _meets(turn: Turn, agenda: Agenda, seat: Seat, district: District) -> bool:
    if agenda.wealth is not None and turn.board.wealth[district] != agenda.wealth:
        return False
    if agenda.most_need is not None and turn.need[district] > agenda.most_need:
        return False
    if agenda.most_off_middle is not None and abs(turn.lean[district]) > agenda.most_off_middle:
        return False
    return agenda.least_support is None or turn.support[district][seat] >= agenda.least_support
