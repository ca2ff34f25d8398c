from game.client.model.planning import VERBS
from game.client.screens.city.what_if_dialog import WhatIfDialog
from game.protocol.messages import Pin
from game.rules.orders import Build, Campaign, Pledge, verb_of
from tests.support.cockpits import cockpit_of, worked_out
from tests.support.matches import OCC, SRA
from tests.support.stages import words


def nothing() -> None:
    pass


async def test_an_order_is_pencilled_in_and_rubbed_out() -> None:
    async with cockpit_of() as cockpit:
        dialog = WhatIfDialog(cockpit, nothing)
        cockpit.stage.desk.open(dialog)
        dialog.put.press()
        pencil = cockpit.model.outlook.pencil
        (order,) = pencil.orders()
        assert isinstance(order, Campaign)
        assert cockpit.model.board.leaders[order.leader].seat == OCC
        assert cockpit.words.leader(order.leader) in words(cockpit.stage)
        assert cockpit.model.planning.slate == (), "it is never sent"
        dialog.clear.press()
        assert pencil.orders() == ()


async def test_the_forecast_reckons_with_it() -> None:
    async with cockpit_of() as cockpit:
        before = cockpit.model.outlook.base
        WhatIfDialog(cockpit, nothing).put.press()
        await worked_out(cockpit)
        after = cockpit.model.outlook.base
        assert before is not None
        assert after is not None
        assert after.public.districts != before.public.districts


async def test_a_verb_that_names_a_thing_asks_for_it() -> None:
    async with cockpit_of() as cockpit:
        dialog = WhatIfDialog(cockpit, nothing)
        asked = [dialog.thing.visible]
        dialog.verb.choose(VERBS.index("pledge"))
        asked.append(dialog.thing.visible)
        assert asked == [False, True]
        dialog.thing.choose(1)
        order = dialog.order
        assert isinstance(order, Pledge)
        assert order.kind == "technique"
        dialog.verb.choose(VERBS.index("build"))
        assert isinstance(dialog.order, Build)


async def test_what_the_rival_cannot_do_is_off_with_its_reason() -> None:
    async with cockpit_of() as cockpit:
        dialog = WhatIfDialog(cockpit, nothing)
        dialog.put.press()
        dialog.leader.choose(1)
        dialog.put.press()
        assert len(cockpit.model.outlook.pencil.orders()) == 1, "the same verb in the same place twice"
        assert dialog.put.reason == "Ordered here"


async def test_rivals_pins_are_pencilled_in_by_one_press() -> None:
    async with cockpit_of() as cockpit:
        copy = cockpit.model.client.copy
        assert copy is not None
        dialog = WhatIfDialog(cockpit, nothing)
        assert dialog.pinned.reason == "nobody has a pin"
        home = cockpit.model.board.homes[OCC]
        copy.pin(SRA, (Pin("campaign", home),))
        copy.pin(OCC, (Pin("care", home),))
        dialog = WhatIfDialog(cockpit, nothing)
        dialog.pinned.press()
        assert [verb_of(order) for order in cockpit.model.outlook.pencil.orders()] == ["care"]


async def test_the_narration_hears_what_is_spelled() -> None:
    async with cockpit_of() as cockpit:
        told: list[str] = []
        cockpit.tell = told.append
        dialog = WhatIfDialog(cockpit, nothing)
        dialog.verb.choose(VERBS.index("care"))
        assert "Care in" in told[-1]
