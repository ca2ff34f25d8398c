import asyncio

import pytest

from game.ai.roster import LEVELS
from game.content import ruleset
from game.lab.bot import Bot, BotError, accepted, words_of
from game.link.happenings import TurnPlayed
from game.link.match_client import MatchClient
from game.protocol.messages import CreateRoom, Declined, Done, Seated, SeatPlan
from game.protocol.refusals import Refused, refusal
from server.config import Config
from server.host.library import Library
from server.local import LocalHost
from tests.support.cities import line_city

ROOM = CreateRoom(
    "Bot", "Practice", "line", (SeatPlan("sra", "you"), SeatPlan("occ", "random")), "short", seed=3
)


def practice() -> LocalHost:
    return LocalHost(Config(), library=Library(ruleset(), {"line": line_city()}, LEVELS))


async def test_a_bot_plays_a_seat_to_the_end_and_hears_every_turn() -> None:
    turns: list[TurnPlayed] = []
    async with practice() as host, MatchClient(host.link()) as client:
        assert isinstance(await client.create(ROOM), Seated)
        await client.start()
        await Bot(client, "random", 5, turns.append).play()
    assert [played.turn for played in turns] == list(range(1, len(turns) + 1))
    assert turns[-1].after.public.outcome is not None


async def test_a_bot_ends_with_words_when_its_link_does() -> None:
    async with practice() as host, MatchClient(host.link()) as client:
        assert isinstance(await client.create(ROOM), Seated)
        playing = asyncio.create_task(Bot(client, "random", 5).play())
        await asyncio.sleep(0)
        await host.host.stop()
        with pytest.raises(BotError, match="stops"):
            await playing


async def test_a_bot_plays_on_when_its_room_is_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.link.coming_back.PAUSES", (0.02,) * 200)
    turns: list[TurnPlayed] = []
    async with practice() as host, MatchClient(host.link()) as client:
        assert isinstance(await client.create(ROOM), Seated)
        await client.start()

        def heard(turn: TurnPlayed) -> None:
            """The room fails with the next thing it is asked."""
            turns.append(turn)
            for keeper in host.host.rooms.all() if len(turns) == 2 else ():
                monkeypatch.setattr(keeper.room, "receive", lambda _ask, _now: 1 // 0)

        await Bot(client, "random", 5, heard).play()
    assert [played.turn for played in turns] == list(range(1, len(turns) + 1))
    assert turns[-1].after.public.outcome is not None


def test_a_refusal_becomes_an_error_with_its_mend() -> None:
    accepted(Done(1))
    declined = Declined(1, (refusal(Refused.LATE),))
    with pytest.raises(BotError, match=r"late$"):
        accepted(declined)
    with pytest.raises(BotError, match=r"late The orders were: alok_dsouza care d00$"):
        accepted(declined, "alok_dsouza care d00")


def test_words_have_the_mend_behind_the_text() -> None:
    from msgspec.structs import replace

    worded = replace(refusal(Refused.LATE), text="Too late.", mend="Be quicker.")
    assert words_of((worded, refusal(Refused.BUSY))) == "Too late. Be quicker. busy"
