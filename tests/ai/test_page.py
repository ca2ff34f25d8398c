"""The player that docs/bots.md shows must work as it stands there."""

import re
from pathlib import Path

import game
from game.ai.player import Player
from game.rules.ids import Seat
from game.rules.legality import faults
from game.rules.orders import Campaign
from game.rules.view import view_of
from tests.support import matches

PAGE = Path(game.__file__).parent.parent / "docs" / "bots.md"


def test_the_player_on_the_page_plays() -> None:
    code = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    scope: dict[str, type[Player]] = {}
    exec(code[0], scope)
    board, state = matches.match()
    slate = scope["Campaigner"]().decide(board, view_of(state, Seat(0)), 1)
    assert {type(order) for order in slate} == {Campaign}
    assert len(slate) == 3
    assert faults(board, state.public, Seat(0), slate) == ()
