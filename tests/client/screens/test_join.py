import pytest

from game.client.events import TextTyped
from game.client.launcher import Nearby
from game.client.screens.join import JoinDoors, JoinScreen, Wish
from game.client.settings import Settings
from game.client.widgets.layout import Column
from game.client.widgets.scrolling import VirtualList
from game.link.address import Address
from tests.support.stages import (
    SIZES,
    Holding,
    button,
    check_layout,
    click,
    find,
    press,
    shown,
    stage,
    words,
)

NEAR = (
    Nearby("10.0.0.7:24145", "Night Shift", version="0.2"),
    Nearby("10.0.0.8:24145", "Late", locked=True, version="0.1"),
)


class Said:
    def __init__(self) -> None:
        self.connects: list[Wish] = []
        self.words: list[str] = []
        self.doors = JoinDoors(
            self.connects.append,
            lambda: self.words.append("cancel"),
            lambda: self.words.append("leave"),
            lambda shown: shown.put(NEAR),
            lambda: self.words.append("rest"),
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
    assert said.connects == [Wish(Address("example.org", 4000, "KX7P2M"), "", "Ada")]
    assert "Asking example.org:4000/kx7p2m" in words(made.stage)


def test_the_last_server_stands_there_already() -> None:
    said = Said()
    press(screen(said, "10.0.0.2:24145").stage, "return")
    assert said.connects == [Wish(Address("10.0.0.2", 24145), "", "Ada")]


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
        seen.add(words(made.stage).split("Asking 10.0.0.2")[1].split("\n")[0])
    assert len(seen) == 3


def test_a_bare_code_is_a_wish_without_an_address() -> None:
    said = Said()
    made = screen(said)
    made.address.insert("kx7p2m")
    made.password.insert("sesame")
    press(made.stage, "return")
    assert said.connects == [Wish(None, "KX7P2M", "Ada", "sesame")]
    assert "Looking for the room KX7P2M" in words(made.stage)
    assert "sesame" not in words(made.stage)


def test_what_is_near_is_listed_and_connected_to() -> None:
    said = Said()
    made = screen(said)
    read = words(made.stage)
    assert "2 servers are near you." in read
    assert "10.0.0.8:24145, version 0.1" in read
    near = find(made.stage, VirtualList)[0]
    made.stage.desk.focus_on(near)
    press(made.stage, "down", "down")
    assert made.address.text == "10.0.0.8:24145"
    made.nearby.put(NEAR[1:])
    press(made.stage, "return")
    assert said.connects == [Wish(Address("10.0.0.8", 24145), "", "Ada")]


def test_a_network_without_games_says_so() -> None:
    made = screen(Said())
    made.nearby.put(())
    assert "No game is announced" in words(made.stage)
    made.nearby.failed("no socket")
    assert "Your network cannot be asked: no socket." in words(made.stage)


def test_a_wrong_password_is_typed_again() -> None:
    made = screen(Said(), "10.0.0.2")
    made.password.insert("wrong")
    press(made.stage, "return")
    made.failed([("The password is not right.", "Ask.")], by_password=True)
    made.stage.handle(TextTyped("right"))
    assert made.password.text == "right"


def test_leaving_stops_looking() -> None:
    said = Said()
    made = screen(said)
    made.stage.go(Holding(made.stage, Column()))
    assert said.words == ["rest"]
