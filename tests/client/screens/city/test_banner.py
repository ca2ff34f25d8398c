import asyncio

import pytest

from game.protocol import messages as say
from tests.support.played import Opened
from tests.support.stages import words


async def test_a_word_to_everybody_stands_over_the_map_for_a_while(opened: Opened) -> None:
    played = await opened()
    played.link.tell(say.Announced("The server stops at noon."))
    await played.frames()
    assert "The server stops at noon." in words(played.stage)
    assert "The server stops at noon." in played.screen.narrator.lines
    await played.frames(2, 31.0)
    assert "said by those who run the server" not in words(played.stage)
    played.press("y")
    await played.frames()
    assert "The server stops at noon." in words(played.stage), "the chat keeps it"


async def test_a_lost_connection_counts_down_and_keeps_the_slate(opened: Opened) -> None:
    played = await opened()
    played.press("1", "1")
    await played.frames()
    kept = played.slate
    assert kept
    played.link.drop(7.0)
    await played.frames()
    assert "Trying again in 7 s" in words(played.stage)
    await played.frames(2, 1.0)
    assert "Trying again in 5 s" in words(played.stage)
    played.link.come_back()
    await played.frames()
    assert "Trying again" not in words(played.stage)
    assert played.slate == kept


async def test_a_room_the_disk_refused_counts_down_and_the_slate_is_carried_when_it_is_back(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.link.coming_back.PAUSES", (0.05, 60.0))
    played = await opened()
    played.link.fail()
    await played.frames()
    assert "The server cannot store this match." in words(played.stage)
    played.press("1", "1")
    await played.frames()
    copy = played.screen.model.client.copy
    assert copy is not None
    assert played.slate
    assert not copy.slate
    assert not played.screen.model.courier.refused
    await asyncio.sleep(0.1)
    await played.frames()
    assert "cannot store" not in words(played.stage)
    assert copy.slate == played.slate
