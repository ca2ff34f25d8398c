from game.client.screens.city.motion_dialog import motion_choice
from game.rules.orders import Motion
from tests.support.cockpits import cockpit_of, keys, seeing, seen
from tests.support.matches import SRA, seat
from tests.support.stages import words


def nothing() -> None:
    pass


async def test_the_laws_of_the_hand_say_what_they_do_and_to_whom() -> None:
    async with cockpit_of() as cockpit:
        seeing(cockpit, seat(seen(cockpit), SRA, hand=("genetic_commons", "quiet_streets")))
        cockpit.stage.desk.open(motion_choice(cockpit, nothing))
        said = words(cockpit.stage)
        assert "Genetic Commons" in said
        assert "Showcase earns 1 credit less" in said
        assert "Loses: Oral Command Centers" in said
        assert "The residents vote for it if" in said


async def test_a_law_is_moved_by_its_key() -> None:
    async with cockpit_of() as cockpit:
        seeing(cockpit, seat(seen(cockpit), SRA, hand=("genetic_commons", "quiet_streets"), voice=5))
        cockpit.stage.desk.open(motion_choice(cockpit, nothing))
        keys(cockpit, "2")
        leader, home = cockpit.model.planning.leaders()[0], cockpit.model.board.homes[SRA]
        assert cockpit.model.planning.slate == (Motion(leader, home, "quiet_streets"),)


async def test_without_a_law_it_says_so() -> None:
    async with cockpit_of() as cockpit:
        seeing(cockpit, seat(seen(cockpit), SRA, hand=()))
        cockpit.stage.desk.open(motion_choice(cockpit, nothing))
        assert "You have no law in your hand." in words(cockpit.stage)


async def test_what_cannot_be_paid_is_off() -> None:
    async with cockpit_of() as cockpit:
        seeing(cockpit, seat(seen(cockpit), SRA, hand=("genetic_commons",), voice=0))
        cockpit.stage.desk.open(motion_choice(cockpit, nothing))
        keys(cockpit, "1")
        assert cockpit.model.planning.slate == ()
        assert "cost 0 voice or less" in words(cockpit.stage)
