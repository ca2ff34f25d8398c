"""How a match ends, and who stands where (rules 10, 11)."""

from game.rules.ids import Seat
from game.rules.ledger import Ended, Fulfilled
from game.rules.phases.reading import is_met, people
from game.rules.state import Ending, Outcome
from game.rules.turn import Turn


def end(turn: Turn, ending: Ending) -> None:
    """The match is over: mandates are revealed, and scored where the city lived; then the places are given."""
    mandates = turn.secret.mandates
    if ending is not Ending.SUNDERED:
        _score_mandates(turn)
    turn.outcome = Outcome(ending, _places(turn, ending), mandates)
    if turn.ledger is not None:
        turn.ledger.append(Ended(turn.outcome))


def end_by_goals(turn: Turn) -> bool:
    """End the match if somebody met a goal that wins at once; says whether it did (rule 11)."""
    winning = [goal for goal in turn.board.match.mode.goals if goal.wins]
    if not any(is_met(turn, goal.measure, seat) for goal in winning for seat in turn.board.ranked):
        return False
    end(turn, Ending.GOAL)
    return True


def end_of_time(turn: Turn) -> None:
    """End the match after its last turn; where all play together, by whether every goal was met."""
    mode = turn.board.match.mode
    if not mode.together:
        end(turn, Ending.PLAYED)
    else:
        met = all(is_met(turn, goal.measure, Seat(0)) for goal in mode.goals)
        end(turn, Ending.ACHIEVED if met else Ending.FAILED)


def _score_mandates(turn: Turn) -> None:
    ruleset = turn.board.ruleset
    for seat, keys in zip(turn.board.all_seats, turn.secret.mandates, strict=False):
        for key in keys:
            met = all(is_met(turn, measure, seat) for measure in ruleset.mandates[key].measures)
            amount = ruleset.mandate.legacy if met else 0
            turn.legacy[seat] += amount
            if turn.ledger is not None:
                turn.ledger.append(Fulfilled(seat, key, met, amount))


def _places(turn: Turn, ending: Ending) -> tuple[int, ...]:
    """Each seat's place from 1, equals share; 0 for who is not ranked. Teams stand together."""
    if ending is Ending.FAILED:
        return ()
    standing = {seat: _standing(turn, ending, seat) for seat in turn.board.ranked}
    return tuple(
        1 + len({turn.board.match.teams[other] for other in standing if standing[other] > standing[seat]})
        if seat in standing
        else 0
        for seat in turn.board.all_seats
    )


def _standing(turn: Turn, ending: Ending, seat: Seat) -> tuple[int, ...]:
    """What a seat's team is ranked by, the more the better: goal met, Legacy, support, then less blame."""
    teams = turn.board.match.teams
    team = [other for other in turn.board.ranked if teams[other] == teams[seat]]
    blame = -sum(turn.blame[other] for other in team)
    if ending is Ending.SUNDERED:
        return (blame,)
    legacy = sum(turn.legacy[other] for other in team)
    return (_goals_met(turn, team), legacy, sum(people(turn, other) for other in team), blame)


def _goals_met(turn: Turn, team: list[Seat]) -> int:
    """1 if somebody of the team met a goal that wins at once."""
    winning = [goal for goal in turn.board.match.mode.goals if goal.wins]
    return int(any(is_met(turn, goal.measure, seat) for goal in winning for seat in team))
