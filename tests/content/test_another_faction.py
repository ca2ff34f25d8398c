"""A new faction is a data file: a fourth one is added to a copy of the content, and a match is played with it."""

import shutil
from importlib.resources import as_file, files

import pytest

from game.ai.roster import decide
from game.content import load
from game.maps import check
from game.maps.generating import Request, generate
from game.rules import chance
from game.rules.board import Board
from game.rules.ids import FactionKey, Seat
from game.rules.resolve import resolve
from game.rules.setup import new_match
from game.rules.state import Sitting
from game.rules.view import view_of

CIRCLE = {
    'key = "ca"': 'key = "circle"',
    "lyra_valerian": "juno_reyes",
    "talia_foxglove": "asha_kahn",
    "kai_torvyn": "healer_one",
    "ezra_myles": "healer_two",
    "story_circle": "healing_circle",
    "smile_guild": "healing_house",
    "fabrication_studio": "herb_garden",
    '"mural"': '"memory_wall"',
    '"alchemist"': '"ritualist"',
    '"emergency_forum"': '"listener"',
    '"open_preview"': '"old_songs"',
    '"second_opinion"': '"new_songs"',
}
"""A faction with names of its own and the Cultural Alliance's numbers."""


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    folder = tmp_path_factory.mktemp("content") / "content"
    with as_file(files("game.content")) as shipped:
        shutil.copytree(shipped, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    text = (folder / "factions" / "ca.toml").read_text("utf-8")
    for old, new in CIRCLE.items():
        assert old in text, old
        text = text.replace(old, new)
    (folder / "factions" / "circle.toml").write_text(text, "utf-8")
    return load(folder)


def test_the_content_takes_it(content):
    assert set(content.factions) == {"sra", "occ", "ca", "circle"}


def test_a_match_of_four_factions_is_played_to_its_end(content, tmp_path):
    generate(Request("four-city", seed=2, seats=4, style="grid"), tmp_path / "four-city")
    city = check(tmp_path / "four-city").city
    seating = tuple(Sitting(FactionKey(key), 1) for key in sorted(content.factions))
    match, state = new_match(content, city, seating, "short", 5)
    board = Board(match)
    verbs = set()
    while state.public.outcome is None:
        turn = state.public.turn
        slates = [
            decide("random", board, view_of(state, Seat(seat)), chance.draw(9, turn, str(seat)) >> 1)
            for seat in range(4)
        ]
        verbs |= {type(order).__name__ for order in slates[seating.index(Sitting(FactionKey("circle"), 1))]}
        state = resolve(board, state, slates)
    assert len(state.public.outcome.places) == 4
    assert verbs >= {"Unique", "Build"}
