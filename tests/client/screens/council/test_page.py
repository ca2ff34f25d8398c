import pytest
from msgspec.structs import replace

from game.client.screens.council.page import CouncilPage
from game.client.widgets.panelbox import Dialog
from game.client.widgets.tips import TipStack
from game.rules.orders import Ballot
from tests.support.matches import SRA
from tests.support.played import Opened, Played
from tests.support.stages import SIZES, words


def page(played: Played) -> CouncilPage:
    shown = played.screen.layers.shown
    assert isinstance(shown, CouncilPage)
    return shown


def ballots(played: Played) -> list[Ballot]:
    return [order for order in played.slate if isinstance(order, Ballot)]


async def council(opened: Opened, turns: int = 2, **more: object) -> Played:
    """The Council's page, in the turn after so many."""
    played: Played = await opened(turns, **more)
    played.press("c")
    await played.frames()
    return played


async def test_a_key_opens_it_and_escape_leads_back(opened: Opened) -> None:
    played = await council(opened)
    assert "THE COUNCIL" in words(played.stage)
    played.press("escape")
    assert played.screen.layers.shown is None


@pytest.mark.parametrize("size", SIZES)
async def test_it_shows_the_docket_at_every_size(opened: Opened, size: tuple[int, int, float | None]) -> None:
    played = await council(opened, size=size)
    said = words(played.stage)
    for bill in played.screen.model.public.docket:
        assert played.screen.cockpit.words.law(bill.law).upper() in said
    for panel in page(played).bills:
        assert panel.rect.bottom <= size[1]
        assert not panel.rect.is_empty


async def test_arrows_move_the_ballot_and_delete_takes_it_back(opened: Opened) -> None:
    played = await council(opened)
    first = played.screen.model.public.docket[0].law
    played.press("right", "right", "right")
    assert ballots(played) == [Ballot(first, aye=True, voice=2)]
    played.press("left", "left", "left", "left")
    assert ballots(played) == [Ballot(first, aye=False, voice=0)]
    played.press("delete")
    assert ballots(played) == []


async def test_tab_goes_on_to_the_next_motion(opened: Opened) -> None:
    played = await council(opened)
    docket = played.screen.model.public.docket
    played.press("tab", "tab", "left")
    assert ballots(played) == [Ballot(docket[1].law, aye=False, voice=0)]


async def test_a_press_on_a_stop_casts_the_ballot(opened: Opened) -> None:
    played = await council(opened)
    bill = page(played).bills[0]
    stops = [hot for hot in bill.hots if hot.rect.y > bill.rect.y]
    last = max(stops, key=lambda hot: hot.rect.x)
    played.click(last.rect.centre_x, last.rect.centre_y)
    voice = played.screen.model.public.seats[SRA].voice
    most = played.screen.model.board.ruleset.council.most_voice
    if voice >= most:
        assert [ballot.voice for ballot in ballots(played)] == [most]
    else:
        assert ballots(played) == []
        assert page(played).bills[0].fault


async def test_before_its_turn_there_is_nothing_to_cast(opened: Opened) -> None:
    played = await council(opened, 1)
    assert "Ballots are cast in turn 3." in words(played.stage)
    played.press("right")
    assert ballots(played) == []


async def test_a_weight_opens_into_its_sum(opened: Opened) -> None:
    played = await council(opened)
    head = page(played)._head
    played.click(head.hots[0].rect.centre_x, head.hots[0].rect.centre_y)
    assert isinstance(played.stage.desk.top, TipStack)
    assert "in the whole city, by population" in words(played.stage)
    played.press("escape")
    shown: object = played.stage.desk.top
    assert shown is page(played)


async def test_a_law_in_a_hand_opens_in_full(opened: Opened) -> None:
    played = await council(opened)
    hot = page(played)._hands.hots[0]
    played.click(hot.rect.centre_x, hot.rect.centre_y)
    top = played.stage.desk.top
    assert isinstance(top, Dialog)
    assert "Gains: " in words(played.stage)
    played.press("escape")
    shown: object = played.stage.desk.top
    assert shown is page(played)


async def test_the_city_reminds_before_a_turn_ends_without_ballots(opened: Opened) -> None:
    played = await opened(2)
    cockpit = played.screen.cockpit
    for leader in played.screen.model.planning.leaders():
        played.screen.model.planning.select_leader(leader)
        cockpit.press_verb("campaign")
    cockpit.press_end()
    assert cockpit.asks
    assert not played.screen.model.courier.ready
    await played.frames()
    assert "not voted on" in words(played.stage)
    cockpit.press_end()
    assert played.screen.model.courier.ready


async def test_it_steps_aside_for_a_turn_that_is_played(opened: Opened) -> None:
    played = await council(opened)
    played.link.play(1)
    await played.frames(12)
    assert not isinstance(played.screen.layers.shown, CouncilPage)


async def test_a_watcher_reads_it(opened: Opened) -> None:
    played = await council(opened, seat=-1)
    assert "You watch" in words(played.stage)


async def test_it_shows_mandates_with_how_far_they_are(opened: Opened) -> None:
    played = await opened(2)
    played.press("o")
    await played.frames()
    said = words(played.stage)
    assert "YOUR SECRET MANDATES" in said
    for key in played.screen.model.mandates:
        assert played.screen.cockpit.stage.say(f"mandates-{key}") in said
    assert "now " in said
    played.press("escape")
    assert played.screen.layers.shown is None


async def test_the_docket_is_told_to_whoever_listens(opened: Opened) -> None:
    played = await council(opened)
    told = list(played.screen.narrator.lines)
    for bill in played.screen.model.public.docket:
        name = played.screen.cockpit.words.law(bill.law)
        assert any(line.startswith(f"{name}. ") and "residents" in line for line in told)


async def test_without_a_docket_it_says_so(opened: Opened) -> None:
    played = await opened(2)
    planning = played.screen.model.planning
    planning.renew(replace(planning.public, docket=()), ())
    played.press("c")
    await played.frames()
    assert "No law is on the docket." in words(played.stage)
    assert page(played).bills == []


async def test_a_ballot_is_undone_by_keys(opened: Opened) -> None:
    played = await council(opened)
    played.press("right", "right")
    assert [ballot.voice for ballot in ballots(played)] == [1]
    played.press("ctrl+z")
    assert [ballot.voice for ballot in ballots(played)] == [0]
    played.press("ctrl+y")
    assert [ballot.voice for ballot in ballots(played)] == [1]


async def test_who_is_ready_casts_no_more_ballots(opened: Opened) -> None:
    played = await opened(2)
    played.link.waits = True
    played.screen.cockpit.end_turn()
    await played.frames()
    played.press("c")
    await played.frames()
    assert "You are ready" in words(played.stage)
    played.press("right")
    assert ballots(played) == []


async def test_a_key_opens_the_motion_one_looks_at(opened: Opened) -> None:
    played = await council(opened)
    docket = played.screen.model.public.docket
    played.press("tab", "tab", "e")
    assert played.screen.cockpit.cards.law(docket[1].law).about in words(played.stage).replace("\n", " ")
