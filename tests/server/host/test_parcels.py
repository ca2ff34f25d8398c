"""Who asks for parts of maps gets them, and nothing that is not there."""

import logging
from pathlib import Path

import pytest

from game.protocol.messages import AskMap, Declined, MapPart
from game.protocol.refusals import Refused
from server.host.carrier import Carrier
from server.host.guest import Guest
from server.host.packages import Packages
from server.host.parcels import Parcels
from server.room.effects import Member
from tests.maps.workshop import TINY
from tests.support.travel import identity_of

THIS = identity_of(TINY)
PACKAGE = THIS.package or ""


class Nobody:
    """A peer that is not written to."""

    address = "nowhere"

    def push(self, frame: bytes) -> None:
        raise AssertionError("parcels are answers, and the host sends them")

    def greeted(self) -> None:
        raise AssertionError("parcels greet nobody")

    def end(self, code: int, reason: str) -> None:
        raise AssertionError("parcels end nobody")


@pytest.fixture
def guest() -> Guest:
    return Guest(Member(1), Nobody())


def parcels(folder: Path) -> Parcels:
    return Parcels(Packages({PACKAGE: TINY}, folder), Carrier())


def code(answer: MapPart | Declined) -> str:
    assert isinstance(answer, Declined)
    return answer.refusals[0].code


async def test_a_part_is_what_was_asked_for(guest: Guest, tmp_path: Path) -> None:
    answer = await parcels(tmp_path).answer(guest, 7, AskMap(PACKAGE, 100))
    assert isinstance(answer, MapPart)
    whole = (tmp_path / f"{PACKAGE}.zip").read_bytes()
    assert (answer.re, answer.package, answer.offset) == (7, PACKAGE, 100)
    assert (answer.data, answer.total) == (whole[100:], len(whole))
    end = await parcels(tmp_path).answer(guest, 8, AskMap(PACKAGE, len(whole)))
    assert isinstance(end, MapPart)
    assert end.data == b""


async def test_what_is_not_there_is_refused(guest: Guest, tmp_path: Path) -> None:
    made = parcels(tmp_path)
    assert code(await made.answer(guest, 1, AskMap("0" * 64, 0))) == Refused.UNKNOWN_PACKAGE
    assert code(await made.answer(guest, 2, AskMap(PACKAGE, 10**9))) == Refused.WRONG_OFFSET


async def test_a_map_that_cannot_be_sent_is_refused_and_in_the_log(
    guest: Guest, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    gone = Parcels(Packages({PACKAGE: tmp_path / "gone"}, tmp_path / "packages"), Carrier())
    assert code(await gone.answer(guest, 1, AskMap(PACKAGE, 0))) == Refused.MAP_UNFIT
    (tmp_path / "file").write_text("no folder")
    unwritten = Parcels(Packages({PACKAGE: TINY}, tmp_path / "file" / "packages"), Carrier())
    assert code(await unwritten.answer(guest, 2, AskMap(PACKAGE, 0))) == Refused.UNKNOWN_PACKAGE
    assert "restart the server" in caplog.text
    assert "cannot be packed" in caplog.text


async def test_what_is_kept_for_later_is_there_without_its_source(tmp_path: Path) -> None:
    await parcels(tmp_path).keep(THIS)
    assert (tmp_path / f"{PACKAGE}.zip").is_file()
    await parcels(tmp_path).keep(None)


async def test_what_cannot_be_kept_is_in_the_log(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)
    await Parcels(Packages({PACKAGE: tmp_path / "gone"}, tmp_path), Carrier()).keep(THIS)
    assert f"the map {THIS.title} is not kept" in caplog.text
