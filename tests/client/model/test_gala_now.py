from game.client.model.gala_now import GalaNow
from game.rules.ids import District
from game.rules.ledger import Scored
from game.rules.resolve import resolve
from game.rules.state import Site
from tests.support.matches import CA, OCC, SRA, district, match, public


def test_it_scores_what_the_gala_itself_would() -> None:
    board, state = match()
    state = public(state, turn=3, events=(), docket=())
    now = GalaNow()
    ledger: list[object] = []
    resolve(board, state, [()] * board.seats, ledger)  # type: ignore[arg-type]
    held = {e.seat: e.amount for e in ledger if isinstance(e, Scored) and e.cause == "leading"}
    assert set(held) == {e.seat for e in now.scored(board, state.public) if e.cause == "leading"}


def test_stakes_pay_by_share_and_completion() -> None:
    board, state = match()
    site = Site((3, 3, 0), (3, 3, 0), 0)
    begun = district(public(state, turn=2), 0, site=site)
    pays = GalaNow().stakes(board, begun.public, District(0))
    assert set(pays) == {SRA, OCC}
    assert pays[SRA] == pays[OCC] > 0
    assert CA not in pays


def test_it_is_worked_out_once_for_a_state() -> None:
    board, state = match()
    now = GalaNow()
    assert now.scored(board, state.public) is now.scored(board, state.public)
