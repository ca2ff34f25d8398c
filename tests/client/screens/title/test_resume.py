from game.client.scene.items import Panel, Text
from game.client.scene.marks import Emblem, MiniMap
from game.client.screens.sketch import Sketch
from game.client.screens.title.resume import Line, Resumable, ResumeCard
from game.client.theme import Banner
from game.client.widgets.button import Button
from tests.support.looks import look, placed
from tests.support.saying import say

LINES = (Line(Banner("occ"), "Mirela", 76), Line(Banner("sra"), "you", 58, own=True))


def card(match: Resumable) -> ResumeCard:
    made = ResumeCard(match, say)
    size = made.wanted(look(), 400)
    return placed(made, size.w, size.h)


def test_it_shows_the_match_in_the_colour_of_the_own_faction() -> None:
    sketch = Sketch((0, 1), 2)
    items = card(
        Resumable("Core", lambda: None, "your turn", 3, 24, LINES, sketch, (Banner("sra"),) * 2)
    ).items(look())
    panel = next(item for item in items if isinstance(item, Panel))
    assert panel.accent == look().palette.of(Banner("sra"))
    assert sum(isinstance(item, Emblem) for item in items) == 2
    assert any(isinstance(item, MiniMap) for item in items)
    said = [item.text for item in items if isinstance(item, Text)]
    assert "turn 3 of 24" in said
    assert "76" in said


def test_a_seat_that_is_only_known_by_its_server_has_no_map_and_no_turn() -> None:
    items = card(Resumable("example.org", lambda: None)).items(look())
    assert not any(isinstance(item, MiniMap) for item in items)
    assert not [item for item in items if isinstance(item, Text) and item.text.startswith("turn")]


def test_its_button_goes_on() -> None:
    said: list[str] = []
    made = card(Resumable("Core", lambda: said.append("go"), lines=LINES))
    button = made.children()[0]
    assert isinstance(button, Button)
    button.press()
    assert said == ["go"]


def test_more_seats_make_it_higher() -> None:
    few = ResumeCard(Resumable("Core", lambda: None, lines=LINES), say).wanted(look(), 400).h
    many = ResumeCard(Resumable("Core", lambda: None, lines=LINES * 3), say).wanted(look(), 400).h
    assert many > few
