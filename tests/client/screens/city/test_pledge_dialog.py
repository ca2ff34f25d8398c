from game.client.screens.city.pledge_dialog import pledge_choice
from game.rules.orders import Pledge
from game.rules.state import Site
from tests.support.cockpits import cockpit_of, keys, seeing, seen
from tests.support.matches import SRA, district
from tests.support.stages import words


def nothing() -> None:
    pass


async def test_every_kind_says_what_it_gives_and_what_is_missing() -> None:
    async with cockpit_of() as cockpit:
        home = cockpit.model.board.homes[SRA]
        seeing(cockpit, district(seen(cockpit), home, site=Site((3, 6, 0), (3, 6, 0), 0), unrest=0))
        cockpit.stage.desk.open(pledge_choice(cockpit, nothing))
        said = words(cockpit.stage)
        assert "Gives 3: your speciality 3" in said
        assert "3 of 6 are there, 3 missing" in said
        assert "6 of 6 are there, 0 missing" in said
        assert "Gives 2: a pledge 2" in said


async def test_a_kind_is_given_by_its_key_with_the_condition_set() -> None:
    async with cockpit_of() as cockpit:
        closed: list[bool] = []
        cockpit.stage.desk.open(pledge_choice(cockpit, lambda: closed.append(True)))
        keys(cockpit, "right", "right", "3")
        leader = cockpit.model.planning.leaders()[0]
        home = cockpit.model.board.homes[SRA]
        assert cockpit.model.planning.slate == (Pledge(leader, home, "art", 2),)
        assert closed == [True]


async def test_the_condition_of_a_given_pledge_stands_already() -> None:
    async with cockpit_of() as cockpit:
        leader, home = cockpit.model.planning.leaders()[0], cockpit.model.board.homes[SRA]
        cockpit.give(Pledge(leader, home, "consent", 4))
        choice = pledge_choice(cockpit, nothing)
        assert choice.condition.chosen == 4


async def test_where_no_pledge_can_be_every_row_is_off_and_says_the_mend() -> None:
    async with cockpit_of() as cockpit:
        home = cockpit.model.board.homes[SRA]
        seeing(cockpit, district(seen(cockpit), home, unrest=9))
        cockpit.stage.desk.open(pledge_choice(cockpit, nothing))
        assert "Bring unrest down" in words(cockpit.stage)
        keys(cockpit, "1")
        assert cockpit.model.planning.slate == ()
