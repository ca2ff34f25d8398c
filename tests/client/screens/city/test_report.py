from game.client.model.match import MatchModel
from game.client.model.story import Beat, Change, Deed, Story
from game.client.screens.city.cockpit import Cockpit
from game.client.screens.city.report import report_lines, told_lines
from game.rules.ids import District, Seat
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
