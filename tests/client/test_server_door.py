import asyncio
from pathlib import Path

from msgspec.structs import replace

from game.client.events import TextTyped
from game.client.kept_seats import KeptSeat, KeptSeats
from game.client.launcher import LaunchError, Nearby, Opening
from game.client.screens.city.screen import CityScreen
from game.client.screens.join import JoinScreen
from game.client.screens.lobby.server import ServerScreen
from game.client.screens.title.screen import TitleScreen
from game.client.settings import Settings
from game.link.address import Address
from game.link.seeking import Sought
from game.protocol import messages as say
from game.protocol.refusals import Refused, refusal
from tests.support.plays import Play
from tests.support.stages import press, words


async def test_an_invite_leads_into_its_room(play: Play) -> None:
    play.ways.open(Opening(join="example.org:4000/KX7P2M"))
    await play.until(lambda: isinstance(play.top, CityScreen))
    assert play.launcher.joined == ["example.org:4000"]
    assert play.stage.settings.last_server == "example.org:4000"
    await play.end()


async def test_a_program_that_ended_finds_back_to_its_seat(tmp_path: Path) -> None:
    before = Play(seats=tmp_path / "seats.json")
    before.ways.open(Opening(join="example.org:4000/KX7P2M"))
    await before.until(lambda: isinstance(before.top, CityScreen))
    await before.end()
    kept = KeptSeats(tmp_path / "seats.json")
    found = kept.find("example.org:4000", "")
    assert found is not None, "the rehearsed room has no code"
    kept.keep(replace(found, code="KX7P2M"))
    after = Play(seats=tmp_path / "seats.json")
    after.launcher.refuses = (say.JoinRoom,)
    after.ways.open(Opening(join="example.org:4000/KX7P2M"))
    await after.until(lambda: isinstance(after.top, CityScreen))
    await after.end()


async def test_a_seat_that_is_gone_is_told_as_what_was_asked(tmp_path: Path) -> None:
    KeptSeats(tmp_path / "seats.json").keep(KeptSeat("example.org:4000", "KX7P2M", "r", "old"))
    play = Play(seats=tmp_path / "seats.json")
    play.launcher.refuses = (say.JoinRoom, say.ResumeSeat)
    play.ways.open(Opening(join="example.org:4000/KX7P2M"))
    await play.until(lambda: "There is no such room." in words(play.stage))
    assert isinstance(play.top, JoinScreen)


async def test_an_unknown_code_is_told_where_it_was_typed(play: Play) -> None:
    play.launcher.refuses = (say.JoinRoom,)
    play.ways.open(Opening(join="example.org:4000/WRONG1"))
    await play.until(lambda: "There is no such room." in words(play.stage))
    assert isinstance(play.top, JoinScreen)
    assert play.launcher.closed == 1


async def test_a_server_that_does_not_answer_is_told_and_can_be_cancelled(play: Play) -> None:
    play.launcher.failure = LaunchError("no server answered")
    play.ways.open(Opening(join="example.org"))
    await play.until(lambda: "no server answered" in words(play.stage))
    play.launcher.gate = asyncio.Event()
    press(play.stage, "return")
    await play.until(lambda: len(play.launcher.joined) == 2)
    press(play.stage, "escape", "escape")
    assert isinstance(play.top, TitleScreen)


async def test_without_a_name_one_joins_as_player() -> None:
    play = Play(Settings())
    play.ways.open(Opening(join="example.org"))
    await play.until(lambda: isinstance(play.top, ServerScreen))
    assert play.stage.settings.name == "Player"
    await play.end()


async def test_an_invite_into_a_room_with_a_password_asks_for_it(play: Play) -> None:
    play.launcher.password = "sesame"
    play.ways.open(Opening(join="example.org:4000/KX7P2M"))
    await play.until(lambda: "THIS ROOM HAS A PASSWORD" in words(play.stage))
    play.stage.handle(TextTyped("sesame"))
    press(play.stage, "return")
    await play.until(lambda: isinstance(play.top, CityScreen))
    await play.end()


async def test_an_invite_whose_password_is_not_known_can_be_left(play: Play) -> None:
    play.launcher.password = "sesame"
    play.ways.open(Opening(join="example.org:4000/KX7P2M"))
    await play.until(lambda: "THIS ROOM HAS A PASSWORD" in words(play.stage))
    press(play.stage, "escape", "escape")
    await play.until(lambda: isinstance(play.top, TitleScreen))
    assert play.launcher.closed == 1


async def test_a_servers_password_goes_with_the_hello_and_a_wrong_one_is_told(play: Play) -> None:
    play.ways.join()
    assert isinstance(play.top, JoinScreen)
    play.top.address.put("example.org")
    play.top.password.put("wrong")
    play.launcher.failure = LaunchError("no", (refusal(Refused.WRONG_PASSWORD, "password"),))
    play.top.connect()
    await play.until(lambda: "The password is not right." in words(play.stage))
    assert play.launcher.passwords == ["wrong"]
    assert play.stage.desk.focus is play.top.password


NIGHT, LATE = Address("10.0.0.7", 24145), Address("10.0.0.8", 24145)


async def test_a_bare_code_is_sought_and_leads_into_its_room() -> None:
    play = Play(Settings(name="Ada", last_server="example.org:24145"))
    play.launcher.seeks = [Sought(NIGHT)]
    play.ways.open(Opening())
    play.ways.join()
    assert isinstance(play.top, JoinScreen)
    play.top.address.put("kx7p2m")
    play.top.password.put("sesame")
    play.top.connect()
    await play.until(lambda: isinstance(play.top, CityScreen))
    assert play.launcher.sought == [("KX7P2M", ("example.org:24145",), "sesame")]
    assert play.launcher.joined == ["10.0.0.7:24145"]
    assert play.launcher.passwords == [""], "who asked for no password is told none"
    assert play.stage.settings.last_server == "10.0.0.7:24145"
    await play.end()


async def test_a_code_that_nobody_knows_is_told_and_can_be_sought_again() -> None:
    play = Play(Settings(name="Ada"))
    play.launcher.seeks = [Sought(), Sought(answered=2)]
    play.ways.open(Opening(join="KX7P2M"))
    await play.until(lambda: "There is no server near you to ask" in words(play.stage))
    assert play.ways.client is None
    assert isinstance(play.top, JoinScreen)
    play.top.connect()
    await play.until(lambda: "None of the 2 servers that could be asked knows" in words(play.stage))
    play.launcher.failure = OSError("no network")
    play.top.connect()
    await play.until(lambda: "no network" in words(play.stage))


async def test_servers_near_that_ask_for_a_password_are_named_and_it_is_asked_for() -> None:
    play = Play(Settings(name="Ada"))
    play.launcher.near = (Nearby(str(NIGHT), "Night", locked=True),)
    play.launcher.seeks = [
        Sought(locked=(NIGHT, LATE)),
        Sought(locked=(NIGHT,)),
        Sought(NIGHT, by_password=True),
    ]
    play.ways.open(Opening())
    play.ways.join()
    await play.until(lambda: "One server is near you." in words(play.stage))
    assert isinstance(play.top, JoinScreen)
    play.top.address.put("kx7p2m")
    press(play.stage, "return")
    await play.until(lambda: "a password first: Night, 10.0.0.8:24145." in words(play.stage))
    assert play.stage.desk.focus is play.top.password
    play.stage.handle(TextTyped("wrong"))
    press(play.stage, "return")
    await play.until(lambda: "was not found, and this" in words(play.stage))
    play.stage.handle(TextTyped("sesame"))
    press(play.stage, "return")
    await play.until(lambda: isinstance(play.top, CityScreen))
    assert [password for _, _, password in play.launcher.sought] == ["", "wrong", "sesame"]
    assert play.launcher.passwords == ["sesame"]
    await play.end()
