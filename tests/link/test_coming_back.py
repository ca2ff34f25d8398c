"""Its clock is the loop's, which the tests move."""

import asyncio

import pytest

from game.link.coming_back import CALM, PAUSES, ComingBack


class Clock:
    """The running loop's clock, as far ahead as the test says."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        loop = asyncio.get_running_loop()
        real = loop.time
        self.ahead = 0.0
        monkeypatch.setattr(loop, "time", lambda: real() + self.ahead)

    async def run(self, seconds: float) -> None:
        self.ahead += seconds
        await asyncio.sleep(0.01)


async def test_it_asks_after_growing_pauses_for_two_minutes(monkeypatch: pytest.MonkeyPatch) -> None:
    clock, asked = Clock(monkeypatch), list[int]()
    coming = ComingBack(lambda: asked.append(1))
    assert PAUSES[:6] == (1, 2, 4, 8, 15, 15)
    assert sum(PAUSES) == 120
    for number, pause in enumerate(PAUSES):
        assert coming.later() == pause
        await clock.run(pause - 0.5)
        assert len(asked) == number
        await clock.run(0.6)
        assert len(asked) == number + 1
    assert coming.later() is None
    assert coming.is_under_way


async def test_who_is_back_or_gives_up_asks_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    clock, asked = Clock(monkeypatch), list[int]()
    coming = ComingBack(lambda: asked.append(1))
    for stop in (coming.back, coming.end, coming.hold):
        coming.later()
        stop()
        await clock.run(30)
        assert asked == []
    coming.end()
    assert not coming.is_under_way


async def test_pauses_begin_anew_after_a_drop_or_some_calm_and_only_then(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock = Clock(monkeypatch)
    coming = ComingBack(lambda: None)
    assert [coming.later(), coming.later()] == [1, 2]
    coming.back()
    assert coming.later() == 4, "it was lost again at once"
    coming.back()
    await clock.run(CALM + 1)
    assert coming.later() == 1
    coming.hold()
    assert coming.is_under_way
    assert coming.later() == 1
    coming.end()
