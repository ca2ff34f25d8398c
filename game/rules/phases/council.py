"""Phase 13: the Council votes on the docket (rules 8, 12.13)."""

from msgspec import Struct

from game.rules.ids import Seat
from game.rules.ledger import Decided, Factor, Lapsed, Scored, Voted
from game.rules.orders import Ballot
from game.rules.phases.ranking import ranks
from game.rules.phases.reading import is_met, support_in_city
from game.rules.state import Bill, Law
from game.rules.turn import NOBODY, NOWHERE, Line, Turn


class Vote(Struct, frozen=True):
    """A vote cast, with the lines of its weight in permille of the city; seat -1 for the residents' bloc."""

    seat: Seat
    aye: bool
    lines: tuple[Line, ...]

    @property
    def weight(self) -> int:
        """The sum of its lines."""
        return sum(value for _, value in self.lines)


def play(turn: Turn) -> None:
    """In a season's last turn, unless the city is sundered, every law on the docket is voted on."""
    if turn.outcome is not None or not turn.board.ends_season(turn.number):
        return
    ballots = [
        {paper.law: paper for paper in turn.papers[s] if isinstance(paper, Ballot)}
        for s in turn.board.all_seats
    ]
    for bill in turn.docket:
        votes = [
            _vote(turn, Seat(seat), own[bill.law]) for seat, own in enumerate(ballots) if bill.law in own
        ]
        _decide(turn, bill, [*votes, residents(turn, bill.law)])
    turn.docket = ()


def weight_lines(turn: Turn, seat: Seat, voice: int) -> tuple[Line, ...]:
    """What a seat's ballot weighs: support in the city, voice behind it, landmarks it leads."""
    rule = turn.board.ruleset.council
    lines = [("support", support_in_city(turn, seat)), ("voice", voice * rule.weight_per_voice)]
    for index in turn.board.all_districts:
        found = turn.lines("council", index)
        if found and ranks(turn.board, turn.support[index])[0] == [seat]:
            lines.extend(found)
    return tuple(line for line in lines if line[1])


def residents(turn: Turn, law: str) -> Vote:
    """The residents vote as a bloc: for the law if its condition holds, and else against it."""
    board = turn.board
    undecided = sum(
        heads * (1000 - sum(held)) for heads, held in zip(board.population, turn.support, strict=True)
    )
    aye = is_met(turn, board.ruleset.laws[law].residents, NOBODY)
    return Vote(NOBODY, aye, (("residents", undecided // board.total_population),))


def _vote(turn: Turn, seat: Seat, ballot: Ballot) -> Vote:
    return Vote(seat, ballot.aye, weight_lines(turn, seat, ballot.voice))


def _decide(turn: Turn, bill: Bill, votes: list[Vote]) -> None:
    """More weight for than against; a tie keeps things as they are."""
    ayes = sum(vote.weight for vote in votes if vote.aye)
    nays = sum(vote.weight for vote in votes if not vote.aye)
    rule = turn.board.ruleset.council
    until = turn.number + rule.seasons_in_force * turn.board.length.season_turns
    passed = ayes > nays
    if turn.ledger is not None:
        for vote in votes:
            factors = tuple(Factor(*line) for line in vote.lines)
            turn.ledger.append(Voted(bill.law, vote.seat, vote.aye, factors, vote.weight))
        turn.ledger.append(Decided(bill.law, bill.mover, ayes, nays, passed, until if passed else 0))
    if passed:
        _enact(turn, bill, until)


def _enact(turn: Turn, bill: Bill, until: int) -> None:
    """The law takes the place of the one on its axis; its mover gains Legacy."""
    laws = turn.board.ruleset.laws
    axis = laws[bill.law].axis
    for law in turn.laws:
        if laws[law.key].axis == axis and turn.ledger is not None:
            turn.ledger.append(Lapsed(law.key, "replaced"))
    staying = [law for law in turn.laws if laws[law.key].axis != axis]
    turn.laws = tuple(sorted([*staying, Law(bill.law, until, bill.mover)], key=lambda law: law.key))
    if bill.mover == NOBODY:
        return
    legacy = turn.board.ruleset.council.legacy
    turn.passed[bill.mover] += 1
    turn.legacy[bill.mover] += legacy
    if turn.ledger is not None:
        turn.ledger.append(Scored(bill.mover, "law", NOWHERE, legacy, (Factor(bill.law, 100),), legacy))
