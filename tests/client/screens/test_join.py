import pytest

from game.client.screens.join import JoinDoors, JoinScreen
from game.client.settings import Settings
from game.link.address import Address
from tests.support.stages import SIZES, button, check_layout, click, press, shown, stage, words


class Said:
    def __init__(self) -> None:
        self.connects: list[tuple[Address, str]] = []
        self.words: list[str] = []
        self.doors = JoinDoors(
            lambda address, name: self.connects.append((address, name)),
            lambda: self.words.append("cancel"),
            lambda: self.words.append("leave"),
        )


def screen(
    said: Said, last: str = "", name: str = "Ada", window: tuple[int, int, float | None] = (1280, 720, None)
) -> JoinScreen:
    made = JoinScreen(stage(*window, settings=Settings(name=name, last_server=last)), said.doors)
    shown(made)
    return made


@pytest.mark.parametrize("window", SIZES)
def test_it_fits_every_window(window: tuple[int, int, float | None]) -> None:
    made = screen(Said(), window=window)
    made.failed([("Something went wrong.", "Mend it so.")] * 2)
    check_layout(made)


def test_an_invite_is_read_and_connected_to() -> None:
    said = Said()
    made = screen(said)
    made.address.insert("example.org:4000/kx7p2m")
    press(made.stage, "return")
    assert said.connects == [(Address("example.org", 4000, "KX7P2M"), "Ada")]
    assert "Connecting to example.org:4000/kx7p2m" in words(made.stage)


def test_the_last_server_stands_there_already() -> None:
    said = Said()
    press(screen(said, "10.0.0.2:24145").stage, "return")
    assert said.connects == [(Address("10.0.0.2", 24145), "Ada")]


@pytest.mark.parametrize("address", ["", "host:99999999", "http://x"])
def test_what_is_no_address_is_told_with_its_mend(address: str) -> None:
    said = Said()
    made = screen(said)
    made.address.insert(address)
    press(made.stage, "return")
    assert said.connects == []
    assert "names no server." in words(made.stage)
    assert "host:24145" in words(made.stage)


def test_a_name_nobody_can_read_is_told() -> None:
    said = Said()
    press(screen(said, "10.0.0.2", name="").stage, "return")
    assert said.connects == []


def test_escape_stops_connecting_and_then_leaves() -> None:
    said = Said()
    made = screen(said, "10.0.0.2")
    press(made.stage, "return", "escape", "escape")
    assert said.words == ["cancel", "leave"]


def test_while_it_connects_nothing_is_asked_twice() -> None:
    said = Said()
    made = screen(said, "10.0.0.2")
    press(made.stage, "return", "return")
    made.connect()
    assert len(said.connects) == 1
    made.failed([("No.", "Try again.")])
    assert "No." in words(made.stage)
    click(made.stage, button(made.stage, "Connect"))
    assert len(said.connects) == 2


def test_the_dots_move_while_it_connects() -> None:
    made = screen(Said(), "10.0.0.2")
    press(made.stage, "return")
    seen = set()
    for now in (0.0, 0.4, 0.8):
        made.tick(now)
        seen.add(words(made.stage).split("Connecting to 10.0.0.2")[1].split("\n")[0])
    assert len(seen) == 3
