from game.client.screens.city.close_dialog import close_choice
from game.rules.ids import District
from game.rules.orders import Close
from tests.support.cockpits import cockpit_of, keys
from tests.support.matches import SRA
from tests.support.stages import words


def nothing() -> None:
    pass


async def test_a_facility_closes_and_stays_after_all() -> None:
    async with cockpit_of() as cockpit:
        home = cockpit.model.board.homes[SRA]
        cockpit.stage.desk.open(close_choice(cockpit, home, nothing))
        assert "Upkeep a turn:" in words(cockpit.stage)
        keys(cockpit, "1")
        assert cockpit.model.planning.slate == (Close(home, "community_clinic"),)
        again = close_choice(cockpit, home, nothing)
        cockpit.stage.desk.open(again)
        assert "To be closed this turn" in words(cockpit.stage)
        again.rows[0].press()
        assert not cockpit.model.planning.slate


async def test_where_nothing_is_the_own_it_says_so() -> None:
    async with cockpit_of() as cockpit:
        bare = next(d for d, now in enumerate(cockpit.public.districts) if not now.facilities)
        choice = close_choice(cockpit, District(bare), nothing)
        cockpit.stage.desk.open(choice)
        assert choice.rows == ()
        assert "You have nothing in" in words(cockpit.stage)
