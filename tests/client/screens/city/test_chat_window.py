import pytest

from game.client.events import TextTyped
from game.client.screens.city.chat_window import ChatWindow
from game.protocol import messages as say
from game.rules.ids import Seat
from tests.support.cockpits import check_window, linked_cockpit
from tests.support.played import Opened
from tests.support.stages import SIZES, words


def line(text: str, to: int = -1) -> say.Said:
    return say.Said("rehearsal", (say.Line("occ", text, 0, Seat(1), Seat(to)),))


async def test_what_is_said_is_counted_until_the_chat_is_opened(opened: Opened) -> None:
    played = await opened()
    played.link.tell(line("good evening"))
    played.link.tell(line("psst", 0))
    await played.frames()
    unread = played.screen.model.company.talk.unread
    assert unread("rehearsal") == 2
    assert "\n2\n" in words(played.stage)
    assert "occ says: psst" in played.screen.narrator.lines
    played.press("y")
    await played.frames()
    read = words(played.stage)
    assert "good evening" in read
    assert "occ to sra:" in read
    assert unread("rehearsal") == 0
    played.link.tell(line("still there?"))
    await played.frames()
    assert "still there?" in words(played.stage)
    assert unread("rehearsal") == 0, "an open chat is read"


async def test_enter_says_it_and_escape_closes(opened: Opened) -> None:
    played = await opened()
    played.press("y")
    played.stage.handle(TextTyped("y"))
    played.stage.handle(TextTyped("hello"))
    played.press("return")
    await played.frames()
    assert "player:\nhello" in words(played.stage)
    assert played.slate == ()
    played.press("escape")
    assert played.stage.desk.top is played.screen.widget()


async def test_more_than_nine_are_many(opened: Opened) -> None:
    played = await opened()
    for number in range(12):
        played.link.tell(line(str(number)))
    await played.frames()
    assert "9+" in words(played.stage)


async def test_one_talks_to_one_from_who_plays(opened: Opened) -> None:
    played = await opened()
    played.screen.cockpit.open_chat_to(Seat(2))
    await played.frames()
    window = played.screen.layers.shown
    assert isinstance(window, ChatWindow)
    assert "to ca" in words(played.stage)
    assert played.stage.desk.focus is window.panel.entry


async def test_who_watches_reads(opened: Opened) -> None:
    played = await opened(seat=Seat(-1))
    played.press("y")
    await played.frames()
    window = played.screen.layers.shown
    assert isinstance(window, ChatWindow)
    assert not window.panel.entry.visible


async def test_a_click_beside_it_closes_it(opened: Opened) -> None:
    played = await opened()
    played.press("y")
    await played.frames()
    played.click(3, 300)
    assert played.screen.layers.shown is None


@pytest.mark.parametrize("window", SIZES)
async def test_it_fits_every_window(window: tuple[int, int, float | None]) -> None:
    def nothing() -> None:
        pass

    async with linked_cockpit(window=window) as (cockpit, _):
        check_window(cockpit, ChatWindow(cockpit, nothing))
