"""The verbs of `neo-sanctum map`, as a modder types them."""

import json

import pytest
from typer.testing import CliRunner

from game.cli.commands import app
from game.maps import check

RUNNER = CliRunner()


@pytest.fixture(autouse=True)
def _at_home(tmp_path, monkeypatch):
    monkeypatch.setattr("game.maps.shelf.platformdirs.user_data_dir", lambda _app: str(tmp_path / "data"))
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")


def said(*arguments, status=0):
    result = RUNNER.invoke(app, ["map", *arguments])
    assert result.exit_code == status, result.output
    return result.output


def test_from_an_empty_folder_to_a_shared_map():
    assert "F5 checks" in said("new", "my-city")
    assert "8 districts, 2 seats" in said("check", "my-city")
    assert "my-city-1.0.0.zip" in said("pack", "my-city")
    assert "my-city 1.0.0" in said("install", "my-city-1.0.0.zip")
    assert "yours" in said("list")
    assert said("hash", "my-city") == said("hash", "my-city-1.0.0.zip")
    assert "play the same" in said("diff", "my-city", "my-city-1.0.0.zip")
    assert "gone" in said("remove", "my-city")
    assert "Mend" in said("new", "my-city", status=2)


def test_a_generated_city_tells_how_fair_it_is(tmp_path):
    told = said("generate", "river-city", "--seed", "7", "--style", "rivers")
    assert "16 districts, 3 seats" in told
    assert "differs by" in told
    assert check(tmp_path / "work" / "river-city").warnings == ()


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("generate", "river-city", "--style", "lace"), "expected one of grid"),
        (("generate", "?"), "found '?'"),
        (("generate", "river-city", "--into", "/proc/none"), "Mend"),
        (("preview", "core", "core.jpg"), "expected .png"),
        (("preview", "nowhere", "core.png"), "no map 'nowhere'"),
        (("preview", "core", "nowhere/core.png"), "Mend"),
        (("pack", "nowhere"), "no map 'nowhere'"),
        (("install", "nowhere.zip"), "Mend"),
        (("remove", "core"), "no map 'core' is installed"),
        (("hash", "nowhere"), "no map"),
        (("diff", "core", "nowhere"), "no map"),
        (("upgrade", "nowhere"), "no map"),
    ],
)
def test_what_cannot_be_done_is_said_with_its_mend(arguments, named):
    assert named in said(*arguments, status=2)


def test_a_city_is_not_drawn_over_another():
    said("generate", "one-city", "--seats", "2")
    assert "is there already" in said("generate", "one-city", "--seats", "2", status=2)


def test_a_preview_is_drawn(tmp_path):
    assert "core.png" in said("preview", "core", "core.png", "--width", "320")
    assert (tmp_path / "work" / "core.png").stat().st_size > 10_000


def test_a_difference_is_an_exit_status():
    said("generate", "one-city", "--seats", "2", "--seed", "1")
    said("generate", "two-city", "--seats", "2", "--seed", "2")
    assert "differences" in said("diff", "one-city", "two-city", status=1)


def test_a_zip_that_is_none_is_refused_by_its_code(tmp_path):
    (tmp_path / "work" / "bad.zip").write_bytes(b"no")
    assert "M050" in said("install", "bad.zip", status=2)


def test_an_installed_map_that_broke_is_listed_as_such(tmp_path):
    said("new", "my-city")
    said("install", "my-city")
    (tmp_path / "data" / "maps" / "my-city" / "manifest.json").write_text("{}")
    assert "cannot be played" in said("list")


def test_check_tells_everything_as_json(tmp_path):
    said("new", "my-city")
    good = json.loads(said("check", "my-city", "--json"))
    assert (good["ok"], good["id"], good["faults"]) == (True, "my-city", [])
    (tmp_path / "work" / "my-city" / "manifest.json").write_text('{"format": 1}')
    bad = json.loads(said("check", "my-city", "--json", status=2))
    assert not bad["ok"]
    assert {fault["code"] for fault in bad["faults"]} == {"M011"}
    assert all(
        fault["level"] == "error" and fault["place"]["file"] and fault["mend"] for fault in bad["faults"]
    )


def test_warnings_count_only_if_strict(tmp_path):
    said("new", "my-city")
    path = tmp_path / "work" / "my-city" / "manifest.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), "mood": "sunny"}))
    assert "0 errors, 1 warnings" in said("check", "my-city")
    assert "M012" in said("check", "my-city", "--strict", status=1)


def test_a_zip_can_be_checked_before_it_is_installed():
    said("new", "my-city")
    said("pack", "my-city")
    assert "8 districts" in said("check", "my-city-1.0.0.zip")


def test_upgrade_renews_what_tiled_offers(tmp_path):
    said("new", "my-city")
    (tmp_path / "work" / "my-city" / "objecttypes.xml").unlink()
    said("upgrade", "my-city")
    assert (tmp_path / "work" / "my-city" / "objecttypes.xml").is_file()


def test_fairness_tells_the_graph_at_once_and_writes_what_was_asked(tmp_path):
    told = said("fairness", "core", "--json", "fair.json", "--picture", "fair.png")
    assert "value near home" in told
    written = json.loads((tmp_path / "work" / "fair.json").read_text())
    assert len(written["starts"]) == 3
    assert written["self_play"] is None
    assert (tmp_path / "work" / "fair.png").stat().st_size > 10_000


def test_fairness_by_self_play_counts_every_match():
    told = said("fairness", "core", "--games", "3", "--level", "random", "--workers", "1")
    assert "3 matches" in told


def test_fairness_names_a_file_that_cannot_be_written():
    assert "Mend" in said("fairness", "core", "--json", "nowhere/fair.json", status=2)


def test_an_unfair_map_is_advised_on(tmp_path):
    said("new", "my-city")
    path = tmp_path / "work" / "my-city" / "map.tmx"
    text = path.read_text()
    seat = text.index('name="Seat 1"')
    text = text[:seat] + text[seat:].replace('name="Seat 1"', 'name="Seat 1"', 1)
    path.write_text(_move_start(text))
    assert "more than 25%" in said("fairness", "my-city")


def _move_start(text):
    """Put the second start beside the first one's city and leave the rest to it."""
    import re

    districts = re.findall(r'type="district" x="(\S+)" y="(\S+)"', text)
    first = re.search(r'name="Seat 1" type="start" x="(\S+)" y="(\S+)"', text)
    assert first
    x, y = (float(value) for value in first.groups())
    far = min(districts, key=lambda at: (float(at[0]) - x) ** 2 + (float(at[1]) - y) ** 2 or 10**9)
    return re.sub(r'(name="Seat 2" type="start") x="\S+" y="[^"]+"', rf'\1 x="{far[0]}" y="{far[1]}"', text)
