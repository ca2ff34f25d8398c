from game.client.geometry import Rect
from game.client.screens.city.plate_tab import tab_items, tab_parts, tab_width
from game.client.widgets.richtext import EmblemSpan, IconSpan, Span
from game.protocol.messages import Pin
from game.rules.ids import District, Seat
from game.rules.state import Happening, Site
from tests.support.cockpits import cockpit_of, seeing, seen
from tests.support.looks import look
from tests.support.matches import district, public

HERE = District(2)


async def test_a_quiet_district_has_no_tab() -> None:
    async with cockpit_of() as cockpit:
        assert tab_parts(cockpit, HERE) == ()
        assert tab_width(look(), ()) == 0


async def test_a_site_shows_its_parts_and_a_sanctuary_its_steward() -> None:
    async with cockpit_of() as cockpit:
        seeing(cockpit, district(seen(cockpit), HERE, site=Site((3, 2, 0), (3, 2, 0), 0)))
        assert Span("5/18", "soft") in tab_parts(cockpit, HERE)
        seeing(cockpit, district(seen(cockpit), HERE, site=Site((6, 6, 6), (9, 6, 3), 7)))
        icon, steward = tab_parts(cockpit, HERE)
        assert icon == IconSpan("sanctuary", "go", 17)
        assert isinstance(steward, EmblemSpan)
        assert steward.banner == cockpit.words.banner(Seat(0))


async def test_an_event_shows_its_kind_and_its_turn() -> None:
    async with cockpit_of() as cockpit:
        event = Happening("rooftop_choir", HERE, 5, answered=False)
        seeing(cockpit, public(seen(cockpit), events=(event,)))
        assert tab_parts(cockpit, HERE) == (IconSpan("event-opportunity", "go", 16), Span("5", "go"))
        seeing(cockpit, public(seen(cockpit), turn=5))
        assert Span("now", "go") in tab_parts(cockpit, HERE)


async def test_a_barred_district_is_locked() -> None:
    async with cockpit_of() as cockpit:
        seeing(cockpit, public(district(seen(cockpit), HERE, unrest=9), fracture=74))
        assert tab_parts(cockpit, HERE) == ()
        seeing(cockpit, public(seen(cockpit), fracture=75))
        assert tab_parts(cockpit, HERE) == (IconSpan("locked", "loss", 15),)


async def test_pins_bear_the_sign_of_who_means_it() -> None:
    async with cockpit_of() as cockpit:
        copy = cockpit.model.client.copy
        assert copy is not None
        copy.pin(Seat(2), (Pin("unique", HERE),))
        sign, verb = tab_parts(cockpit, HERE)
        assert isinstance(sign, EmblemSpan)
        assert sign.banner == cockpit.words.banner(Seat(2))
        assert verb == IconSpan("verb-story_circle", "text", 15)


async def test_the_tab_fits_what_it_shows() -> None:
    async with cockpit_of() as cockpit:
        seeing(cockpit, district(seen(cockpit), HERE, site=Site((3, 2, 0), (3, 2, 0), 0)))
        parts = tab_parts(cockpit, HERE)
        rect = Rect(0, 0, tab_width(look(), parts), 19)
        for item in tab_items(look(), parts, rect, lit=True):
            if hasattr(item, "x"):
                assert rect.x <= item.x <= rect.right
