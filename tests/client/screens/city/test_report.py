from msgspec.structs import replace

from game.client.model.match import MatchModel
from game.client.model.story import Beat, Change, Deed, Story, Vote
from game.client.screens.city.cockpit import Cockpit
from game.client.screens.city.report import report_lines, told_lines
from game.rules.ids import District, Leader, Seat
from game.rules.ledger import (
    Announced,
    Closed,
    Dealt,
    Decided,
    Docketed,
    Fulfilled,
    Given,
    Happened,
    Lapsed,
    Proposed,
    Stopped,
    SwitchedOff,
)
from tests.support.rehearsals import rehearsed
from tests.support.stages import stage


async def cockpit() -> Cockpit:
    _, client = await rehearsed(0)
    on = stage(1280, 720, None)
    return Cockpit(on, MatchModel(client, on.say))


def story(*elsewhere: Beat, before: int = 30, after: int = 30) -> Story:
    return Story(3, (), Change("fracture", before, after), (), None, elsewhere)


async def test_fracture_that_stays_has_no_arrow() -> None:
    desk = await cockpit()
    assert report_lines(desk, story())[-1].good is None
    assert report_lines(desk, story(after=28))[-1].good is True
    assert report_lines(desk, story(after=33))[-1].good is False


async def test_what_the_others_did_is_told_by_seat() -> None:
    desk = await cockpit()
    place = District(2)
    deeds = (Deed(Seat(1), "campaign"), Deed(Seat(1), "showcase"), Deed(Seat(2), "care"))
    told = list(told_lines(desk, story(Beat(place, 0, 0, (), deeds=deeds))))
    name = desk.words.district(place)
    assert f"OCC in {name}: Campaign, Showcase" in told
    assert f"CA in {name}: Care" in told


async def test_a_vote_is_told_with_its_weights() -> None:
    desk = await cockpit()
    decided = Decided("open_clinics", Seat(-1), 520, 480, passed=True, until=12)
    line = report_lines(desk, replace(story(), votes=(Vote(decided, ()),)))[-2]
    assert (line.head, line.under, line.good) == ("Open Clinics: passed", "520 for, 480 against", True)


async def test_news_are_sentences_and_lead_to_their_place() -> None:
    desk = await cockpit()
    coming = Announced("janus_intrusion", District(4), 8)
    lines = report_lines(desk, replace(story(), news=(coming, Given(Seat(1), Seat(2), 3, 1))))
    event, gift = lines[-3:-1]
    assert "Janus Intrusion" in event.head
    assert event.district == District(4)
    assert gift.district is None
    assert gift.under == "a gift"


async def test_every_kind_of_news_has_its_words() -> None:
    desk = await cockpit()
    news = (
        Closed(Seat(0), District(1), "mural"),
        Proposed(Seat(0), Leader(0), "open_clinics"),
        Lapsed("open_clinics", "sunset"),
        Docketed("open_clinics", Seat(0)),
        SwitchedOff("janus_intrusion", District(2)),
        Fulfilled(Seat(0), "rainy_day", met=True, amount=3000),
        Dealt(Seat(0), "open_clinics"),
        Stopped(Seat(0), 2),
    )
    lines = report_lines(desk, replace(story(), news=news))
    assert all(line.head and line.under for line in lines)
    assert len(lines) == len(news) + 1


async def test_what_came_up_in_a_district_is_told_first() -> None:
    desk = await cockpit()
    beat = Beat(
        District(3),
        0,
        0,
        (Change("unrest", 2, 3),),
        refused=("condition_unmet",),
        gave=(("art", 2),),
        events=(Happened("janus_intrusion", District(3), answered=False, seats=()),),
        founded=True,
    )
    under = report_lines(desk, story(beat))[0].under
    assert under.startswith("Janus Intrusion: nobody answered, Sanctuary begun, 2 parts of Art, ")
    assert under.endswith("Unrest +1")


async def test_own_blame_is_told() -> None:
    desk = await cockpit()
    lines = report_lines(desk, replace(story(), blame=150))
    assert lines[-2].head == "Your blame rises by 1.5"
