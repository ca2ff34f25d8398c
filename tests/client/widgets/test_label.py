from game.client.scene.items import Dotted, Icon, Text
from game.client.scene.marks import Emblem
from game.client.theme import Banner
from game.client.widgets.label import Label
from game.client.widgets.richtext import ELLIPSIS, EmblemSpan, IconSpan, Span
from tests.support.looks import look, placed


def words(label: Label) -> list[str]:
    return [item.text for item in label.paint(look()) if isinstance(item, Text)]


def test_a_line_too_long_ends_in_an_ellipsis() -> None:
    label = placed(Label("Festival in Hub Street"), 70)
    (shown,) = words(label)
    assert shown.endswith(ELLIPSIS)
    assert look().measure.width(shown, look().face(label._style)) <= 70


def test_wrapped_text_loses_no_word() -> None:
    text = "Facilities in affluent districts pay a credit"
    label = placed(Label(text, wrap=True), 90)
    lines = words(label)
    assert len(lines) > 2
    assert " ".join(lines) == text
    assert label.wanted(look(), 90).h > label.wanted(look(), 900).h


def test_icons_and_emblems_stand_in_the_line() -> None:
    label = placed(Label([Span("Costs", "dim"), IconSpan("credits", "credits"), EmblemSpan(Banner("ca"))]))
    kinds = [type(item) for item in label.paint(look())]
    assert kinds == [Text, Icon, Emblem]
    places = [item.x for item in label.paint(look()) if isinstance(item, Text | Icon | Emblem)]
    assert places == sorted(places)


def test_numbers_stand_to_the_right() -> None:
    label = placed(Label("12", align="right"), 100)
    (text,) = [item for item in label.paint(look()) if isinstance(item, Text)]
    assert text.x + look().measure.width("12", text.face) == 100


def test_a_number_that_opens_is_dotted_under() -> None:
    label = placed(Label("21", dotted=True))
    assert any(isinstance(item, Dotted) for item in label.paint(look()))


def test_other_words_need_another_layout_and_the_same_do_not() -> None:
    heard: list[bool] = []
    label = Label("a")
    label.notice = heard.append
    label.say("a")
    assert heard == []
    label.say("ab")
    assert True in heard
    assert label.text == "ab"
