from game.client.model.story import MOST_BEATS, Change, Deed, Story, story_of
from game.rules.ids import District, Seat
from game.rules.ledger import Entry
from game.rules.orders import Campaign
from game.rules.resolve import resolve
from tests.support.matches import OCC, SRA, after, match, played, random_slates


def told(turns: int, seat: Seat = SRA) -> Story:
    board, state = match()
    before = after(board, state, turns, seed=5)
    ledger: list[Entry] = []
    then = resolve(board, before, random_slates(board, before.public, 5), ledger)
    return story_of(board, seat, tuple(ledger), before.public, then.public)


def test_an_own_order_comes_first_with_what_it_moved() -> None:
    board, state = match()
    leader = board.leaders_of(SRA)[0]
    home = board.homes[SRA]
    then, ledger = played(board, state, Campaign(leader, home))
    story = story_of(board, SRA, tuple(ledger), state.public, then.public)
    first = story.beats[0]
    assert first.district == home
    assert first.orders == ("campaign",)
    moved = then.public.districts[home].support[SRA] - state.public.districts[home].support[SRA]
    assert (
        Change("support", state.public.districts[home].support[SRA], then.public.districts[home].support[SRA])
        in first.changes
    )
    assert moved > 0


def test_a_story_is_short_and_names_no_district_twice() -> None:
    for turns in range(6):
        beats = told(turns).beats
        assert len(beats) <= MOST_BEATS
        assert len({beat.district for beat in beats}) == len(beats)


def test_a_seasons_last_turn_holds_the_gala() -> None:
    assert told(0).gala is None
    night = told(2).gala
    assert night is not None
    assert night.gala == 1
    legacies = [standing.legacy for standing in night.standings]
    assert legacies == sorted(legacies, reverse=True)
    assert all(standing.gained == standing.legacy for standing in night.standings)


def test_a_spectator_sees_no_beats_but_the_gala() -> None:
    story = told(2, Seat(-1))
    assert story.beats == ()
    assert story.gala is not None


def test_a_passed_step_of_fracture_is_named() -> None:
    quiet = Story(1, (), Change("fracture", 20, 24), (), None)
    assert quiet.step_passed is None
    assert Story(1, (), Change("fracture", 24, 51), (), None).step_passed == 50
    assert Story(1, (), Change("fracture", 51, 24), (), None).step_passed is None


def test_the_districts_of_the_beats_are_of_the_city() -> None:
    board, _ = match()
    assert all(beat.district in map(District, range(board.districts)) for beat in told(4).beats)


def test_the_others_orders_are_told_where_they_were_given() -> None:
    board, state = match()
    leader = board.leaders_of(OCC)[0]
    home = board.homes[OCC]
    then, ledger = played(board, state, Campaign(leader, home))
    story = story_of(board, SRA, tuple(ledger), state.public, then.public)
    assert [(beat.district, beat.deeds) for beat in story.elsewhere] == [(home, (Deed(OCC, "campaign"),))]
    own = story_of(board, OCC, tuple(ledger), state.public, then.public)
    assert own.beats[0].district == home
    assert own.beats[0].deeds == ()
    assert own.elsewhere == ()


def test_no_district_is_a_stop_and_elsewhere() -> None:
    for turns in range(6):
        story = told(turns)
        stops = {beat.district for beat in story.beats}
        assert not stops & {beat.district for beat in story.elsewhere}
