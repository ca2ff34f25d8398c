import pytest

from game.client.scene.marks import Portrait
from game.client.screens.base import Screen
from game.client.screens.faction_sheet.facts import facts_of
from game.client.screens.faction_sheet.sheet import faction_sheet
from game.client.theme import Banner
from game.client.widgets.layout import Space
from game.client.widgets.widget import Widget
from game.content import ruleset
from game.rules.ids import FactionKey
from tests.support.looks import look
from tests.support.stages import SIZES, check_layout, press, shown, stage, words


class Empty(Screen):
    def root(self) -> Widget:
        return Space()


def opened(key: str, closed: list[str], window: tuple[int, int, float | None] = (1280, 720, None)) -> Screen:
    on = stage(*window)
    made = shown(Empty(on))
    facts = facts_of(ruleset(), FactionKey(key), on.say)
    on.desk.open(faction_sheet(facts, Banner(key), on.say, 7, lambda: closed.append(key)))
    on.items()
    return made


@pytest.mark.parametrize("window", SIZES)
@pytest.mark.parametrize("key", ruleset().factions)
def test_it_fits_every_window(key: str, window: tuple[int, int, float | None]) -> None:
    check_layout(opened(key, [], window))


def test_it_names_the_leaders_and_when_the_last_one_comes() -> None:
    read = words(opened("occ", []).stage)
    assert "Idris Okafor" in read
    assert "joins in turn 7" in read


def test_every_leader_has_a_portrait() -> None:
    on = opened("ca", []).stage
    top = on.desk.top
    assert top is not None
    found = [item for item in _flat(top.items(look())) if isinstance(item, Portrait)]
    assert [portrait.picture for portrait in found] == [
        "lyra_valerian",
        "talia_foxglove",
        "kai_torvyn",
        "ezra_myles",
    ]


def test_escape_and_enter_close_it() -> None:
    closed: list[str] = []
    press(opened("sra", closed).stage, "escape", "shift+tab", "return")
    assert closed == ["sra", "sra"]


def _flat(items: tuple[object, ...]) -> list[object]:
    found: list[object] = []
    for item in items:
        found += _flat(item.items) if hasattr(item, "items") else [item]
    return found
