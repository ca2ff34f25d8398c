"""A map chosen at the set-up is played as it asks: in its length, and in its own mode where it has one."""

from game.ai.roster import LEVELS
from game.client.screens.setup.screen import SetupScreen, Table
from game.client.settings import Settings
from game.client.shelf import MapShelf
from game.content import ruleset
from tests.support.stages import stage


def _setup():
    table = Table(MapShelf().cards(), ruleset(), LEVELS)
    on = stage(1280, 720, None, settings=Settings(name="Ada"))
    made = SetupScreen(on, table, lambda _: None, lambda: None, hosting=False)
    made.stage.go(made)
    return made, {card.id: card for card in table.maps}


def test_its_length_is_taken():
    made, cards = _setup()
    assert made.choices.length == "standard"
    made._choose_map(cards["old-harbour"])
    assert made.choices.length == "short"
    made._choose_map(cards["core"])
    assert made.choices.length == "standard"


def test_its_own_mode_is_taken_and_left_with_it():
    made, cards = _setup()
    made._choose_map(cards["reconciliation"])
    assert made.choices.mode is cards["reconciliation"].scenario
    made._choose_map(cards["core"])
    assert made.choices.mode.key == "free"
