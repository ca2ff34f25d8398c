import pytest
from msgspec.structs import replace

from game.client.model.council import Council, Poll
from game.client.model.outlook import Outlook
from game.client.model.planning import Planning
from game.rules.ids import RESIDENTS, Seat
from game.rules.orders import Ballot
from game.rules.state import Bill
from tests.support.matches import SRA, match, public, seat


def council(turn: int = 3, voice: int = 9, who: Seat = SRA) -> Council:
    """The Council on Open Clinics (helps SRA, hurts OCC) and Ethical AI Charter (helps SRA and CA)."""
    board, state = match()
    docket = (Bill("open_clinics", Seat(-1), 0), Bill("ethical_ai_charter", Seat(1), 2))
    state = seat(public(state, turn=turn, docket=docket), 0, voice=voice)
    planning = Planning(board, state.public, who)
    return Council(planning, Outlook(planning))


def forecast(of: Council) -> None:
    """Let the forecast catch up."""
    of._outlook.refresh()
    while of._outlook.step():
        pass


def test_ballots_count_in_a_seasons_last_turn_only() -> None:
    assert council(turn=3).sits
    early = council(turn=2)
    assert not early.sits
    assert early.turn == 3
    assert early.missing() == ()


def test_without_a_docket_nobody_votes() -> None:
    bare = council()
    bare._planning.renew(replace(bare._planning.public, docket=()), ())
    assert not bare.sits


def test_a_ballot_is_cast_changed_and_taken_back() -> None:
    made = council()
    assert made.set_stop("open_clinics", 3) == ()
    assert made.ballot("open_clinics") == Ballot("open_clinics", aye=True, voice=2)
    assert made.stop("open_clinics") == 3
    assert [bill.law for bill in made.missing()] == ["ethical_ai_charter"]
    made.set_stop("open_clinics", -1)
    assert made.ballot("open_clinics") == Ballot("open_clinics", aye=False, voice=0)
    made.set_stop("open_clinics", 0)
    assert made.ballot("open_clinics") is None


def test_voice_that_is_not_there_is_refused() -> None:
    made = council(voice=3)
    assert made.set_stop("open_clinics", 4) == ()
    faults = made.set_stop("ethical_ai_charter", 2)
    assert [fault.code.value for fault in faults] == ["too_little_voice"]
    assert made.spent() == 3


def test_weights_are_of_every_seat_and_the_residents() -> None:
    made = council()
    weights = made.weights()
    assert [weight.seat for weight in weights] == [0, 1, 2, RESIDENTS]
    assert sum(weight.total for weight in weights) == pytest.approx(1000, abs=60)


def test_the_own_ballot_weighs_what_the_forecasts_ledger_says() -> None:
    made = council()
    made.set_stop("open_clinics", 4)
    plain = made.weights()[0].total
    forecast(made)
    ballot = made.ballot("open_clinics")
    assert ballot is not None
    behind = made.weight_behind(ballot)
    assert dict(behind.lines)["voice"] == 36
    assert behind.total >= plain


def test_a_poll_sorts_the_seats_by_what_they_want() -> None:
    made = council()
    made.set_stop("open_clinics", 1)
    poll = made.poll("open_clinics")
    assert [who for who, _ in poll.ayes if who >= 0] == [0]
    assert [who for who, _ in poll.unsure] == [2]
    assert [who for who, _ in poll.likely_nays] == [1]
    residents = [who for who, _ in (*poll.ayes, *poll.nays)]
    assert RESIDENTS in residents


def test_before_its_turn_the_own_seat_counts_by_its_interest() -> None:
    poll = council(turn=2).poll("ethical_ai_charter")
    assert [who for who, _ in poll.likely_ayes] == [0, 2]


def test_who_has_not_cast_a_ballot_is_unsure() -> None:
    poll = council().poll("open_clinics")
    assert 0 in [who for who, _ in poll.unsure]


def test_an_outcome_that_nobody_can_change_is_told() -> None:
    assert Poll(((SRA, 600),), (), ((Seat(1), 400),), (), ()).outcome == "passes"
    assert Poll((), (), ((Seat(1), 400),), (), ((SRA, 400),)).outcome == "fails"
    assert Poll(((SRA, 300),), (), (), ((Seat(1), 301),), ()).outcome == "unlikely"
    assert Poll(((SRA, 300),), ((Seat(2), 10),), (), ((Seat(1), 305),), ()).outcome == "likely"


def test_a_spectator_has_no_ballots() -> None:
    watching = council(who=Seat(-1))
    assert watching.missing() == ()
    assert watching.poll("open_clinics").ayes is not None
