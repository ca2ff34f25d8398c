"""Trying a map out: a broken one is told and not played, a watched one is checked on every save."""

import json
import re

import pytest
import typer

from game.cli import trying
from game.cli.table import Typed
from game.cli.trying import play_map, watch_map
from game.maps.generating import Request, generate
from game.maps.watching import signature


@pytest.fixture
def city(tmp_path):
    generate(Request("my-city", seed=1, seats=2, districts=8, style="grid"), tmp_path / "my-city")
    return tmp_path / "my-city"


def test_a_good_map_is_played_with_every_seat_taken(city, monkeypatch, capsys):
    played: list[Typed] = []
    monkeypatch.setattr(trying, "play_match", lambda typed, watched: played.append(typed))
    play_map(str(city), "random", 7)
    (typed,) = played
    assert (typed.map_id, typed.seats, typed.seed) == (str(city), "you,random", 7)
    assert "8 districts" in capsys.readouterr().out


def test_a_broken_map_is_told_and_not_played(city, monkeypatch, capsys):
    monkeypatch.setattr(trying, "play_match", lambda *_, **__: pytest.fail("played"))
    (city / "manifest.json").write_text("{}")
    with pytest.raises(typer.Exit) as ended:
        play_map(str(city), "random", None)
    assert ended.value.exit_code == 2
    assert "M011" in capsys.readouterr().out


def test_a_watched_map_is_checked_on_every_save_and_only_then(city, capsys):
    manifest = json.loads((city / "manifest.json").read_text())
    changes = iter(
        [
            lambda: None,
            lambda: (city / "manifest.json").write_text(json.dumps({**manifest, "title": "Another title"})),
            lambda: (city / "manifest.json").write_text("{"),
            lambda: (city / "manifest.json").write_text(json.dumps(manifest)),
            lambda: _fewer_slots(city),
        ]
    )
    watch_map(str(city), rounds=6, wait=lambda _: next(changes, lambda: None)())
    told = capsys.readouterr().out
    assert told.count("8 districts") == 4
    assert "M010" in told
    assert told.count("Only its looks changed.") == 2
    assert told.count("another map than before") == 1


def _fewer_slots(city):
    path = city / "map.tmx"
    text = path.read_text("utf-8")
    path.write_text(
        re.sub(r'name="slots" type="int" value="\d"', 'name="slots" type="int" value="1"', text, count=1)
    )


def test_a_file_that_vanishes_is_left_out(city, monkeypatch):
    before = signature(city)
    (city / "README.md").unlink()
    assert len(signature(city)) == len(before) - 1


def test_an_unknown_map_is_a_complaint():
    with pytest.raises(SystemExit):
        watch_map("nowhere", rounds=1)
