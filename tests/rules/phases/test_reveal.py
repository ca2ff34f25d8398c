from game.rules.cards import Mode
from game.rules.ground import PublicGround, fits
from game.rules.ids import District
from game.rules.ledger import Announced, Dealt, Docketed, Refunded
from game.rules.phases.reveal import announced, dealt_docket, free_laws
from game.rules.setup import Setting
from game.rules.state import Bill, Happening, Law
from game.rules.turn import NO_LEADER, NOBODY, NOWHERE
from tests.support.matches import CA, OCC, SRA, THREE, district, line, match, of, played, public, seat

D = District


def busy():
    return Setting(Mode("busy", events_a_season=3))


def ground_of(board, state):
    return PublicGround(board, state.public)


def season_ended(turn=3, **changes):
    board, state = line()
    return board, public(state, turn=turn, **changes)


def test_motions_come_in_the_priority_that_was_printed_then_by_law():
    moved = (Bill("festival_charter", CA, 2), Bill("open_clinics", SRA, 2), Bill("smile_levy", SRA, 2))
    board, state = season_ended(moved=moved, priority=(SRA, CA, OCC))
    after, ledger = played(board, state)
    assert after.public.docket == (Bill("open_clinics", SRA, 2), Bill("smile_levy", SRA, 2))
    assert [entry.law for entry in of(ledger, Docketed)] == ["open_clinics", "smile_levy"]
    assert of(ledger, Refunded) == [Refunded(CA, NO_LEADER, NOWHERE, "motion", "docket_full", 0, 2)]
    assert "festival_charter" in after.public.seats[CA].hand
    assert after.public.moved == ()


def test_two_of_one_axis_never_stand_together():
    moved = (Bill("open_clinics", SRA, 2), Bill("transparent_health_data", OCC, 2))
    board, state = season_ended(moved=moved, priority=(OCC, SRA, CA))
    after, ledger = played(board, state)
    assert of(ledger, Refunded)[0].reason == "same_axis"
    axes = [board.ruleset.laws[bill.law].axis for bill in after.public.docket]
    assert len(set(axes)) == 2
    assert after.public.docket[1].mover == NOBODY


def test_the_deck_holds_only_what_nobody_has():
    board, _ = line()
    taken = {"open_clinics", "smile_levy"}
    assert set(free_laws(board, taken)) == set(board.ruleset.laws) - taken
    docket = [Bill("mural_fund", SRA, 2)]
    drawn = list(dealt_docket(board, 1, 3, docket, taken | {"mural_fund"}))
    assert len(drawn) == 1
    assert board.ruleset.laws[drawn[0].law].axis != "commons"


def test_hands_are_filled_up_with_what_is_free():
    laws = (Law("open_clinics", 9, SRA),)
    board, state = season_ended(laws=laws)
    after, ledger = played(board, seat(state, SRA, hand=("smile_levy",)))
    hands = [law for s in after.public.seats for law in s.hand]
    assert [len(s.hand) for s in after.public.seats] == [2, 2, 2]
    assert len(set(hands)) == 6
    assert not {"open_clinics", *(bill.law for bill in after.public.docket)} & set(hands)
    assert len(of(ledger, Dealt, seat=SRA)) == 1


def test_where_no_law_is_free_hands_stay_short():
    board, state = season_ended()
    held = sorted(board.ruleset.laws)[2:]
    after, ledger = played(board, seat(seat(state, SRA, hand=tuple(held[:7])), OCC, hand=tuple(held[7:])))
    assert len(of(ledger, Dealt)) == 2 - len(after.public.docket)


def test_every_card_comes_up_before_one_comes_up_again():
    board, state = match(length="epic", setting=busy())
    drawn = [
        event.key for season in range(1, 10) for event in announced(board, ground_of(board, state), 5, season)
    ]
    assert sorted(drawn) == sorted(board.ruleset.events)
    again = [event.key for event in announced(board, ground_of(board, state), 5, 10)]
    assert sorted(again) == sorted(drawn[:3])


def test_events_of_a_season_differ_in_place_and_stand_by_turn():
    for seed in range(20):
        events = match(seed=seed, setting=busy())[1].public.events
        assert len({event.district for event in events}) == 3
        assert [event.turn for event in events] == sorted(event.turn for event in events)
        assert all(4 <= event.turn <= 6 for event in events)


def test_a_card_comes_up_where_it_fits():
    board, state = line()
    ground = ground_of(board, district(state, 3, unrest=6))
    for seed in range(12):
        for event in announced(board, ground, seed, 1):
            card = board.ruleset.events[event.key]
            fitting = [D(d) for d in range(5) if all(fits(ground, place, d) for place in card.places)]
            assert event.district in (fitting or range(5))


def test_nothing_comes_up_in_the_first_season_or_after_the_last():
    board, state = line()
    ground = ground_of(board, state)
    assert not list(announced(board, ground, 1, 0))
    assert not list(announced(board, ground, 1, 8))
    assert list(announced(board, ground, 1, 7))


def test_an_event_is_announced_a_season_ahead_and_joins_those_at_work():
    at_work = Happening("monopoly_inquiry", D(2), 3, answered=False)
    board, state = season_ended(events=(at_work,))
    after, ledger = played(board, state)
    (told,) = of(ledger, Announced)
    assert 7 <= told.turn <= 9
    assert after.public.events[0] == at_work
    assert after.public.events[1] == Happening(told.event, told.district, told.turn, answered=False)


def test_draws_follow_the_chapter_not_the_seat():
    _, one = match(seating=THREE)
    _, other = match(seating=THREE[::-1])
    assert [s.hand for s in one.public.seats] == [s.hand for s in other.public.seats][::-1]
    assert one.secret.mandates == other.secret.mandates[::-1]
