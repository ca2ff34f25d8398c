from game.client.screens.city.gift_dialog import GiftDialog
from game.rules.orders import Gift
from tests.support.cockpits import cockpit_of, keys
from tests.support.matches import CA, OCC
from tests.support.stages import words


def nothing() -> None:
    pass


async def test_a_gift_is_set_and_given_by_keys() -> None:
    async with cockpit_of() as cockpit:
        closed: list[bool] = []
        dialog = GiftDialog(cockpit, lambda: closed.append(True))
        cockpit.stage.desk.open(dialog)
        dialog.to.choose(1)
        dialog.credits.choose(2)
        dialog.voice.choose(1)
        keys(cockpit, "g")
        assert cockpit.model.planning.slate == (Gift(CA, 2, 1),)
        assert closed == [True]


async def test_nothing_cannot_be_given() -> None:
    async with cockpit_of() as cockpit:
        cockpit.stage.desk.open(GiftDialog(cockpit, nothing))
        keys(cockpit, "g")
        assert cockpit.model.planning.slate == ()
        assert "Nothing to give" in words(cockpit.stage)


async def test_what_is_given_shows_and_can_be_taken_back() -> None:
    async with cockpit_of() as cockpit:
        cockpit.give(Gift(OCC, 3))
        dialog = GiftDialog(cockpit, nothing)
        assert (dialog.credits.chosen, dialog.voice.chosen) == (3, 0)
        dialog.to.choose(1)
        assert dialog.credits.chosen == 0
        dialog.to.choose(0)
        dialog.credits.choose(0)
        cockpit.stage.desk.open(dialog)
        keys(cockpit, "g")
        assert cockpit.model.planning.slate == ()


async def test_it_says_what_the_purse_keeps() -> None:
    async with cockpit_of() as cockpit:
        purse = cockpit.model.planning.purse()
        dialog = GiftDialog(cockpit, nothing)
        dialog.credits.choose(4)
        cockpit.stage.desk.open(dialog)
        assert f"You keep {purse.credits - 4} credits and {purse.voice} voice." in words(cockpit.stage)
