from msgspec.structs import replace

from game.protocol import messages as say
from server.room.core import Core
from server.room.image import Image
from server.room.overtime import Banks, full_banks, spending
from tests.support.rooms import YOU_AND_COMPUTER, Bench, begun, content, wall

THREE = (say.SeatPlan("sra", say.YOU), say.SeatPlan("occ", say.OPEN), say.SeatPlan("any", "greedy"))


def match(banks: tuple[int, ...], ready: tuple[bool, ...] = (False,) * 3) -> Image:
    return replace(begun(THREE, timer=60, bank=30).room.image, banks=banks, ready=ready, overtime=True)


def running(image: Image, since: int) -> tuple[Core, Banks]:
    core = Core(image, content(), Bench().mint, wall)
    banks = Banks(core)
    banks.run(since)
    return core, banks


def test_people_have_a_bank_where_the_room_gives_one() -> None:
    assert begun(YOU_AND_COMPUTER, timer=60, bank=30).room.image.banks == (30_000, 0)
    assert full_banks(begun(timer=60).room.image) == ()


def test_a_turn_goes_on_for_those_who_are_waited_for_and_have_something_left() -> None:
    assert spending(match((5, 7, 0))) == (0, 1)
    assert spending(match((5, 0, 0))) == (0,)
    assert spending(match((5, 7, 0), (True, False, True))) == (1,)
    assert spending(match(())) == ()


def test_banks_run_down_at_once_and_never_below_nothing() -> None:
    _, banks = running(match((5_000, 7_000, 0)), since=1_000)
    assert banks.longest == 7_000
    assert banks.at(1_000) == (5_000, 7_000, 0)
    assert banks.at(7_000) == (0, 1_000, 0)
    assert banks.at(500) == (5_000, 7_000, 0)


def test_who_is_ready_spends_nothing() -> None:
    core, banks = running(match((5_000, 7_000, 0)), since=1_000)
    core.image = replace(core.image, ready=(True, False, False))
    assert banks.have_others
    assert running(core.image, 1_000)[1].at(3_000) == (5_000, 5_000, 0)
    banks.stop()
    assert banks.at(9_000) == (5_000, 7_000, 0)
