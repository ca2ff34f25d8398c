from game.rules.ids import District
from game.rules.ledger import Decided, Factor, Lapsed, Paid, Scored, Voted
from game.rules.orders import Ballot
from game.rules.state import Bill, Law
from game.rules.turn import NO_LEADER, NOBODY, NOWHERE
from tests.support.matches import CA, OCC, SRA, district, line, of, played_slates, public

D = District
CLINICS = Bill("open_clinics", SRA, 2)


def sitting(*bills, need=30, support=(500, 300, 0), **changes):
    """The third turn: nothing stands anywhere, everybody has the same support in every district."""
    board, state = line()
    for where in range(5):
        state = district(state, where, need=need, support=support, facilities=())
    return board, public(state, turn=3, docket=bills, **changes)


def voted(board, state, *ballots):
    """The Council with these ballots, the first seat's first."""
    slates = [tuple(b) for b in ballots] + [()] * (3 - len(ballots))
    return played_slates(board, state, slates)


def test_a_ballot_weighs_support_and_voice():
    after, ledger = voted(*sitting(CLINICS), (Ballot("open_clinics", True, 3),))
    lines = (Factor("support", 494), Factor("voice", 36))
    assert of(ledger, Voted, seat=SRA) == [Voted("open_clinics", SRA, True, lines, 530)]
    assert of(ledger, Paid, verb="ballot") == [Paid(SRA, NO_LEADER, NOWHERE, "ballot", 0, 3)]
    assert CLINICS not in after.public.docket


def test_a_law_needs_more_for_it_than_against_it():
    # 494 against 297 of the Centers and 209 residents who are against it; a voice makes the difference.
    for voice, passed in ((1, False), (2, True)):
        ballots = (Ballot("open_clinics", True, voice),), (Ballot("open_clinics", False, 0),)
        after, ledger = voted(*sitting(CLINICS), *ballots)
        assert of(ledger, Decided) == [
            Decided("open_clinics", SRA, 494 + 12 * voice, 506, passed, 12 if passed else 0)
        ]
        assert after.public.laws == ((Law("open_clinics", 12, SRA),) if passed else ())


def test_the_residents_are_for_what_the_city_needs():
    for need, aye in ((41, False), (42, True)):
        _, ledger = voted(*sitting(CLINICS, need=need))
        (bloc,) = of(ledger, Voted, seat=NOBODY)
        # Need grows by 16 in all, over five districts of equal size: 44 and 45.
        assert (bloc.aye, bloc.weight) == (aye, 209)


def test_the_mover_gains_legacy_that_no_gala_weighs():
    after, ledger = voted(*sitting(CLINICS, need=60))
    assert of(ledger, Scored, cause="law") == [
        Scored(SRA, "law", D(-1), 2000, (Factor("open_clinics", 100),), 2000)
    ]
    assert after.public.seats[SRA].passed == 1


def test_what_the_deck_brought_has_no_mover_to_thank():
    after, ledger = voted(*sitting(Bill("open_clinics", NOBODY, 0), need=60))
    assert not of(ledger, Scored, cause="law")
    assert after.public.laws == (Law("open_clinics", 12, NOBODY),)


def test_a_law_takes_the_place_of_the_one_on_its_axis_only():
    in_force = (Law("investment_duty", 6, OCC), Law("mural_fund", 6, CA))
    after, ledger = voted(*sitting(CLINICS, need=60, laws=in_force))
    assert of(ledger, Lapsed) == [Lapsed("investment_duty", "replaced")]
    assert after.public.laws == (Law("mural_fund", 6, CA), Law("open_clinics", 12, SRA))


def test_two_laws_are_voted_on_apart():
    bills = (CLINICS, Bill("quiet_streets", OCC, 2))
    after, ledger = voted(*sitting(*bills, need=60), (Ballot("quiet_streets", True, 0),))
    assert [(e.law, e.passed) for e in of(ledger, Decided)] == [
        ("open_clinics", True),
        ("quiet_streets", True),
    ]
    assert len(of(ledger, Voted)) == 3
    assert [law.key for law in after.public.laws] == ["open_clinics", "quiet_streets"]


def test_inside_a_season_nobody_votes():
    board, state = sitting(CLINICS)
    after, ledger = voted(board, public(state, turn=2))
    assert not of(ledger, Decided)
    assert after.public.docket == (CLINICS,)
