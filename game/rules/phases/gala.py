"""Phase 14: the Gala that ends each season scores Legacy (rules 4, 11, 12.14)."""

from game.rules.faction import Agenda
from game.rules.ground import is_finished
from game.rules.ids import District, Seat
from game.rules.ledger import Factor, GalaHeld, Scored
from game.rules.phases.ranking import ranks
from game.rules.state import GalaScore
from game.rules.turn import NOWHERE, Line, Turn


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
    stakes = [0] * turn.board.seats
    for index in range(turn.board.districts):
        _score_district(turn, gala, District(index), leading, second)
        _score_site(turn, gala, District(index), stakes)
    for seat in turn.board.all_seats:
        agenda = _score_agenda(turn, gala, seat)
        score = GalaScore(leading[seat], second[seat], agenda, stakes[seat])
        turn.legacy[seat] += score.total
        turn.galas[seat] = (*turn.galas[seat], score)


def _score_district(turn: Turn, gala: int, district: District, leading: list[int], second: list[int]) -> None:
    board = turn.board
    rule = board.ruleset.gala
    first, runners = ranks(board, turn.support[district])
    if not first:
        return
    large = board.population[district] >= rule.large_from
    worth = rule.leading_large if large else rule.leading
    if is_finished(turn.sites[district]):
        worth += board.ruleset.sanctuary.leading
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
    lines = turn.lines("leading", district)
    amount = _scaled(amount, lines)
    if turn.ledger is not None:
        factors = [Factor("weight", 100 * weight)]
        if lit:
            factors.append(Factor("spotlight", 100 * rule.spotlight_times))
        if turmoil:
            factors.append(Factor("turmoil", 100 // rule.turmoil_divisor))
        factors.extend(Factor(*line) for line in lines)
        turn.ledger.append(Scored(seat, cause, district, base, tuple(factors), amount))
    return amount


def _scaled(amount: int, lines: list[Line]) -> int:
    """The amount with every percentage counted in, divided once."""
    product, divisor = _scaled_product(amount, lines)
    return product // divisor


def _score_site(turn: Turn, gala: int, district: District, stakes: list[int]) -> None:
    """Stakes pay from the first part on: share held x share given, more where several hold stakes (rule 7)."""
    site = turn.sites[district]
    if site is None:
        return
    rule = turn.board.ruleset.sanctuary
    whole = rule.parts * len(site.parts)
    weight = turn.board.length.gala_weights[gala]
    joint = rule.joint_percent if sum(stake > 0 for stake in site.stakes) >= rule.joint_from else 100
    lines = turn.lines("stakes", district)
    for seat, stake in enumerate(site.stakes):
        product = _scaled_product(rule.pay * stake * sum(site.parts) * weight * joint, lines)
        amount = product[0] // (whole * whole * 100 * product[1])
        stakes[seat] += amount
        if amount and turn.ledger is not None:
            factors = [
                Factor("stake", 100 * stake // whole),
                Factor("completion", 100 * sum(site.parts) // whole),
            ]
            factors.extend([Factor("joint", joint)] if joint != 100 else [])
            factors.append(Factor("weight", 100 * weight))
            factors.extend(Factor(*line) for line in lines)
            turn.ledger.append(Scored(Seat(seat), "stakes", district, rule.pay, tuple(factors), amount))


def _scaled_product(product: int, lines: list[Line]) -> tuple[int, int]:
    """A product with every percentage counted in, and what it has to be divided by."""
    divisor = 1
    for _, percent in lines:
        product *= percent
        divisor *= 100
    return product, divisor


def _score_agenda(turn: Turn, gala: int, seat: Seat) -> int:
    agenda = turn.board.factions[seat].agenda
    served = _served(turn, seat, agenda.served_reach) if agenda.served else None
    met = sum(
        meets(turn, agenda, seat, District(index))
        for index in range(turn.board.districts)
        if served is None or index in served
    )
    weight = turn.board.length.gala_weights[gala]
    lines = turn.lines("agenda", NOWHERE)
    amount = _scaled(agenda.pay * met * weight, lines)
    if amount and turn.ledger is not None:
        factors = (
            Factor("districts", 100 * met),
            Factor("weight", 100 * weight),
            *(Factor(*line) for line in lines),
        )
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


def meets(turn: Turn, agenda: Agenda, seat: Seat, district: District) -> bool:
    """Whether a district meets every condition of an agenda but being served."""
    if agenda.wealth is not None and turn.board.wealth[district] != agenda.wealth:
        return False
    if agenda.most_need is not None and turn.need[district] > agenda.most_need:
        return False
    if agenda.most_off_middle is not None and abs(turn.lean[district]) > agenda.most_off_middle:
        return False
    return agenda.least_support is None or turn.support[district][seat] >= agenda.least_support
