import pytest

from game.client.screens.profile import ProfileDoors, ProfileScreen
from game.protocol.messages import Profile, Rating
from tests.support.stages import SIZES, button, check_layout, click, press, shown, stage, words

ADA = Profile(1, "Ada", 12, 99, (Rating("free", 1520, 80, 10),))


class Said:
    def __init__(self, window: tuple[int, int, float | None] = (1280, 720, None)) -> None:
        self.words: list[str] = []
        doors = ProfileDoors(
            lambda: self.words.append("ask"), self.words.append, lambda: self.words.append("leave")
        )
        self.screen = ProfileScreen(stage(*window), "example.org:24145", doors)
        shown(self.screen)
        self.stage = self.screen.stage


@pytest.mark.parametrize("window", SIZES)
def test_it_fits_every_window(window: tuple[int, int, float | None]) -> None:
    said = Said(window)
    check_layout(said.screen)
    said.screen.known(ADA)
    said.screen.show_code("K7PQX234", 600)
    said.screen.failed([("The code is not known here.", "Ask for a new one.")])
    said.stage.items()
    check_layout(said.screen)


def test_until_the_server_has_answered_nothing_can_be_asked() -> None:
    said = Said()
    assert "Asking the server" in words(said.stage)
    said.screen.entry.put("code")
    said.screen.use()
    assert not button(said.stage, "Show a code").enabled
    assert said.words == []


def test_a_code_is_asked_for_shown_and_used() -> None:
    said = Said()
    said.screen.known(ADA)
    read = words(said.stage)
    assert "Free for All: 1520 ±80, 10 matches" in read
    click(said.stage, button(said.stage, "Show a code"))
    said.screen.show_code("K7PQX234", 600)
    read = words(said.stage)
    assert "K7PQX234" in read
    assert "within 10 minutes" in read
    said.screen.entry.put(" abc ")
    said.stage.desk.focus_on(said.screen.entry)
    press(said.stage, "return", "escape")
    assert said.words == ["ask", "abc", "leave"]


def test_a_guest_may_only_become_somebody() -> None:
    said = Said()
    said.screen.known(None)
    assert not button(said.stage, "Show a code").enabled
    assert button(said.stage, "Use the code").enabled


def test_without_a_connection_nothing_can_be_asked() -> None:
    said = Said()
    said.screen.failed([("There is no connection.", "")], gone=True)
    assert "There is no connection." in words(said.stage)
    assert not button(said.stage, "Use the code").enabled
