import pytest

from game.client.geometry import Rect
from game.client.scene.items import Text
from game.client.screens.city.cockpit import Cockpit
from game.client.screens.city.district_panel import district_height, draw_district
from game.client.screens.city.district_works import sections
from game.client.screens.city.pen import Pen
from game.protocol.messages import Pin
from game.rules.ids import District, Seat
from game.rules.orders import Close
from game.rules.state import Facility, Happening, Site
from tests.support.cockpits import cockpit_of, seeing, seen
from tests.support.looks import look
from tests.support.matches import CA, OCC, SRA, district, public


def drawn(cockpit: Cockpit, height: int) -> list[Text]:
    pen = Pen(look(), Rect(0, 0, 284, height))
    draw_district(cockpit, pen)
    return [item for item in pen.items if isinstance(item, Text)]


def crowded(cockpit: Cockpit) -> District:
    """The selected district with everything a district can have."""
    here = cockpit.model.planning.selected.district
    assert here is not None
    standing = tuple(
        Facility(kind, seat, 1)
        for seat in (SRA, OCC, CA)
        for kind in list(cockpit.model.board.facility_rules[seat])[:1]
    )
    state = district(seen(cockpit), here, site=Site((3, 2, 2), (5, 2, 0), 0), facilities=standing, unrest=9)
    event = Happening("whistleblower", here, 5, answered=False)
    seeing(cockpit, public(state, fracture=80, events=(event,)))
    return here


async def test_the_sections_have_what_stands_and_what_comes() -> None:
    async with cockpit_of() as cockpit:
        here = crowded(cockpit)
        built, site, coming = sections(cockpit, here)
        assert built.tab == f"Built 3/{cockpit.model.board.slots[here]}"
        assert site.tab == "Parts 7/18"
        assert coming.tab == "Coming 2", "barred, and the event"


@pytest.mark.parametrize("height", [312, 700])
async def test_nothing_is_cut_whether_there_is_room_or_not(height: int) -> None:
    async with cockpit_of() as cockpit:
        crowded(cockpit)
        for tab in range(3):
            cockpit.show_works(tab)
            for text in drawn(cockpit, height):
                assert 8 <= text.y <= height - 5, text.text


async def test_with_room_all_sections_stand_below_each_other() -> None:
    async with cockpit_of() as cockpit:
        crowded(cockpit)
        height = int(district_height(cockpit)) + 1
        said = [text.text for text in drawn(cockpit, height)]
        for words in ("Sanctuary", "Comes here", "Whistleblower", "Consent", "steward SRA"):
            assert words in said


async def test_without_room_the_tabs_lead_to_each_section() -> None:
    async with cockpit_of() as cockpit:
        crowded(cockpit)
        seen_words = []
        for _ in range(3):
            seen_words.append([text.text for text in drawn(cockpit, 312)])
            cockpit.next_works()
        assert any(words.startswith("Community") for words in seen_words[0])
        assert "steward SRA" in seen_words[1]
        assert "Whistleblower" in seen_words[2]
        assert cockpit.works == 0, "it goes round"


async def test_a_finished_sanctuary_says_since_when() -> None:
    async with cockpit_of() as cockpit:
        here = cockpit.model.planning.selected.district
        assert here is not None
        seeing(cockpit, district(seen(cockpit), here, site=Site((6, 6, 6), (6, 6, 6), 4)))
        site = sections(cockpit, here)[1]
        assert site.figure == "finished in turn 4"


async def test_an_own_facility_that_closes_says_so() -> None:
    async with cockpit_of() as cockpit:
        home = cockpit.model.board.homes[SRA]
        cockpit.give(Close(home, "community_clinic"))
        assert "closes" in [text.text for text in drawn(cockpit, 700)]


async def test_what_others_mean_to_do_here_is_told() -> None:
    async with cockpit_of() as cockpit:
        here = cockpit.model.planning.selected.district
        assert here is not None
        copy = cockpit.model.client.copy
        assert copy is not None
        copy.pin(Seat(1), (Pin("unique", here),))
        assert "OCC means to Showcase here" in [text.text for text in drawn(cockpit, 700)]
