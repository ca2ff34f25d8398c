"""A match that follows its map: looks at once, other rules anew, a broken save is told and changes nothing."""

import asyncio
import json
import re

import pytest

from game.client import map_watch
from game.client.map_watch import MapWatch
from game.maps.generating import Request, generate


@pytest.fixture
def city(tmp_path):
    generate(Request("my-city", seed=1, seats=2, districts=8, style="grid"), tmp_path / "my-city")
    return tmp_path / "my-city"


class Told:
    """What a watch told, in its order."""

    def __init__(self, folder):
        self.heard: list[tuple[str, str]] = []
        self.watch = MapWatch(
            folder,
            lambda loaded: self.heard.append(("looks", loaded.manifest.title)),
            lambda loaded: self.heard.append(("rules", loaded.manifest.title)),
            lambda words: self.heard.append(("refused", words)),
        )


async def _hear(told, count):
    async with asyncio.timeout(20):
        while len(told.heard) < count:  # noqa: ASYNC110 - what is waited for happens in a callback
            await asyncio.sleep(0.01)


def _title(folder, title):
    path = folder / "manifest.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), "title": title}))


async def test_every_save_is_told_for_what_it_is(city, monkeypatch):
    monkeypatch.setattr(map_watch, "PAUSE", 0.01)
    told = Told(city)
    following = asyncio.create_task(told.watch.follow())
    await asyncio.sleep(0.1)
    _title(city, "New looks")
    await _hear(told, 1)
    whole = (city / "manifest.json").read_bytes()
    (city / "manifest.json").write_text("{")
    await _hear(told, 2)
    (city / "manifest.json").write_bytes(whole)
    await _hear(told, 3)
    path = city / "map.tmx"
    slots = re.sub(
        r'name="slots" type="int" value="\d"',
        'name="slots" type="int" value="1"',
        path.read_text("utf-8"),
        count=1,
    )
    path.write_text(slots, "utf-8")
    await _hear(told, 4)
    following.cancel()
    assert [kind for kind, _ in told.heard] == ["looks", "refused", "looks", "rules"]
    assert told.heard[0][1] == "New looks"
    assert "M010" in told.heard[1][1]


def test_a_folder_that_is_gone_is_told(city):
    told = Told(city)
    (city / "map.tmx").unlink()
    told.watch.read()
    assert told.heard[0][0] == "refused"


async def test_a_map_that_was_broken_from_the_start_plays_otherwise_once_it_is_mended(city, monkeypatch):
    monkeypatch.setattr(map_watch, "PAUSE", 0.01)
    whole = (city / "manifest.json").read_bytes()
    (city / "manifest.json").write_text("{")
    told = Told(city)
    following = asyncio.create_task(told.watch.follow())
    await asyncio.sleep(0.1)
    (city / "manifest.json").write_bytes(whole)
    await _hear(told, 1)
    following.cancel()
    assert told.heard[0][0] == "rules"
