from game.client.model.story import MOST_BEATS, Change, Deed, Story, story_of
from game.rules.ids import District, Leader, Seat
from game.rules.ledger import (
    Blamed,
    Dealt,
    Decided,
    Entry,
    Finished,
    Founded,
    Given,
    Happened,
    Pledged,
    Pressed,
    Stopped,
    Voted,
)
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


def told_of(*entries: Entry, seat: Seat = SRA) -> Story:
    """The story of a turn in which nothing but these entries was written down."""
    board, state = match()
    return story_of(board, seat, entries, state.public, state.public)


def test_an_event_concerns_everybody() -> None:
    event = Happened("janus_intrusion", District(4), answered=False, seats=())
    for seat in (SRA, OCC, Seat(-1)):
        story = told_of(event, seat=seat)
        assert [(beat.district, beat.events) for beat in story.beats] == [(4, (event,))]


def test_a_sanctuary_begun_or_finished_is_a_stop() -> None:
    done = Finished(District(2), OCC, (0, 12, 6))
    beats = told_of(done, Founded(District(5))).beats
    assert [(beat.district, beat.finished, beat.founded) for beat in beats] == [
        (2, done, False),
        (5, None, True),
    ]


def test_own_parts_are_told_with_their_kind() -> None:
    given = Pledged(SRA, Leader(0), District(3), "consent", (), 3)
    push = Pressed(SRA, Leader(0), District(3), "pledge", 900, (), 900)
    beat = told_of(given, push).beats[0]
    assert (beat.gave, beat.orders) == ((("consent", 3),), ("pledge",))


def test_a_vote_holds_its_ballots() -> None:
    cast = Voted("open_clinics", SRA, aye=True, factors=(), weight=400)
    other = Voted("smile_levy", OCC, aye=False, factors=(), weight=300)
    decided = Decided("open_clinics", SRA, 400, 0, passed=True, until=12)
    (vote,) = told_of(cast, other, decided).votes
    assert (vote.decided, vote.ballots) == (decided, (cast,))


def test_news_are_of_everybody_but_hands_and_upkeep_are_own() -> None:
    gift = Given(OCC, Seat(2), 3, 0)
    mine, theirs = Dealt(SRA, "open_clinics"), Dealt(OCC, "smile_levy")
    short = Stopped(OCC, 2)
    assert told_of(gift, mine, theirs, short).news == (gift, mine)


def test_blame_is_what_was_done_not_what_was_forgotten() -> None:
    stirred = Blamed(SRA, "rally", District(0), 100)
    faded = Blamed(SRA, "forgotten", District(-1), -40)
    other = Blamed(OCC, "building", District(0), 200)
    assert told_of(stirred, faded, other).blame == 100
