from game.client.geometry import Rect
from game.client.scene.items import Text
from game.client.screens.city.cockpit import Cockpit
from game.client.screens.city.pen import Pen
from game.client.screens.city.slate_panel import draw_slate, slate_height
from game.protocol.messages import Pin
from game.rules.ids import District, Seat
from game.rules.orders import Campaign, Close, Gift, Pledge
from tests.support.cockpits import cockpit_of, seeing, seen, worked_out
from tests.support.looks import look
from tests.support.matches import CA, OCC, SRA, seat


def drawn(cockpit: Cockpit, height: int | None = None) -> Pen:
    pen = Pen(look(), Rect(0, 0, 420, height or int(slate_height(cockpit))))
    draw_slate(cockpit, pen)
    return pen


def said(pen: Pen) -> list[str]:
    return [item.text for item in pen.items if isinstance(item, Text)]


async def test_papers_stand_under_the_leaders_with_what_they_cost() -> None:
    async with cockpit_of() as cockpit:
        low = slate_height(cockpit)
        cockpit.give(Gift(CA, 2, 1))
        cockpit.give(Close(cockpit.model.board.homes[SRA], "community_clinic"))
        assert slate_height(cockpit) > low
        words = said(drawn(cockpit))
        assert "Gift to CA" in words
        assert "2 credits, 1 voice" in words
        assert any(line.startswith("Close Community") for line in words)


async def test_each_paper_is_taken_back_by_its_own_cross() -> None:
    async with cockpit_of() as cockpit:
        cockpit.give(Gift(OCC, 1))
        cockpit.give(Gift(CA, 1))
        crosses = [hot for hot in drawn(cockpit).hots if hot.hint == "Take this back"]
        assert len(crosses) == 2
        crosses[0].press()
        assert cockpit.model.planning.slate == (Gift(CA, 1),)


async def test_the_lines_are_never_cut() -> None:
    async with cockpit_of() as cockpit:
        seeing(cockpit, seat(seen(cockpit), SRA, credits=30))
        for to in (OCC, CA):
            cockpit.give(Gift(to, 1))
        copy = cockpit.model.client.copy
        assert copy is not None
        copy.pin(SRA, tuple(Pin("campaign", District(d)) for d in range(8)))
        pen = drawn(cockpit, 360)
        assert any("more; undo" in words for words in said(pen))
        for text in pen.items:
            if isinstance(text, Text):
                assert text.y <= 360 - 5, text.text


async def test_a_pledge_says_its_parts_once_they_are_known() -> None:
    async with cockpit_of() as cockpit:
        leader, home = cockpit.model.planning.leaders()[0], cockpit.model.board.homes[SRA]
        cockpit.give(Pledge(leader, home, "consent"))
        await worked_out(cockpit)
        assert any("3 Consent" in words for words in said(drawn(cockpit)))
        cockpit.give(Pledge(leader, home, "consent", 4))
        await worked_out(cockpit)
        assert any("Consent if others give 4" in words for words in said(drawn(cockpit)))


async def test_the_leaders_row_opens_what_it_is_good_at() -> None:
    async with cockpit_of() as cockpit:
        opened: list[str] = []
        cockpit.explain = lambda tip, *_: opened.append(tip.crumbs[-1])
        hints = [hot for hot in drawn(cockpit).hots if "Swift Hands" in hot.hint]
        hints[-1].press()
        assert opened == ["Swift Hands"]


async def test_own_pins_stand_in_the_slate_but_are_no_orders() -> None:
    async with cockpit_of() as cockpit:
        copy = cockpit.model.client.copy
        assert copy is not None
        copy.pin(Seat(0), (Pin("festival", District(3)),))
        words = said(drawn(cockpit))
        assert f"Pin: Festival in {cockpit.words.district(District(3))}" in words
        assert cockpit.model.planning.slate == ()
        assert isinstance(cockpit.meant(), Pin)
        cockpit.give(Campaign(cockpit.model.planning.leaders()[0], cockpit.model.board.homes[SRA]))
        assert cockpit.meant() == Pin("campaign", cockpit.model.board.homes[SRA])
