from hypothesis import given
from hypothesis import strategies as st

from game.client.events import KeyPressed, Pasted, PointerPressed, TextComposed, TextTyped
from game.client.scene.items import Clip, Text
from game.client.widgets.entry import TextEntry
from tests.support.looks import desk_with, look, placed


def key(entry: TextEntry, *chords: str) -> None:
    for chord in chords:
        *held, name = chord.split("+")
        entry.on_event(KeyPressed(name, "shift" in held, "ctrl" in held))


def test_typing_goes_in_at_the_caret() -> None:
    entry = TextEntry("Hub Street")
    key(entry, "home")
    entry.on_event(TextTyped("the "))
    assert (entry.text, entry.caret) == ("the Hub Street", 4)


def test_a_selection_is_replaced() -> None:
    entry = TextEntry("one two")
    key(entry, "ctrl+shift+left")
    assert entry.selection == (4, 7)
    entry.on_event(TextTyped("three"))
    assert entry.text == "one three"


def test_words_are_jumped_and_erased() -> None:
    entry = TextEntry("one two three")
    key(entry, "ctrl+backspace")
    assert entry.text == "one two "
    key(entry, "home", "ctrl+delete")
    assert entry.text == "two "


def test_copy_cut_and_paste() -> None:
    entry = TextEntry("secret plan")
    desk = desk_with(entry)
    desk.handle(PointerPressed(20, 20))
    desk.handle(KeyPressed("a", ctrl=True))
    desk.handle(KeyPressed("c", ctrl=True))
    assert (desk.copied, entry.copied) == ("secret plan", None)
    desk.handle(KeyPressed("x", ctrl=True))
    assert entry.text == ""
    desk.handle(Pasted("line\nend\x07"))
    assert entry.text == "lineend"


def test_a_secret_is_neither_shown_nor_copied() -> None:
    entry = placed(TextEntry("abc", secret=True))
    key(entry, "ctrl+a", "ctrl+c")
    assert entry.copied is None
    shown = [
        i.text for c in entry.paint(look()) if isinstance(c, Clip) for i in c.items if isinstance(i, Text)
    ]
    assert shown == ["•••"]


def test_what_an_input_method_works_on_is_shown_but_not_yet_text() -> None:
    heard: list[str] = []
    entry = placed(TextEntry("", on_change=heard.append))
    entry.on_event(TextComposed("ni"))
    shown = [
        i.text for c in entry.paint(look()) if isinstance(c, Clip) for i in c.items if isinstance(i, Text)
    ]
    assert (entry.text, shown, heard) == ("", ["ni"], [])
    entry.on_event(TextTyped("你"))
    assert (entry.text, entry.composing, heard) == ("你", "", ["你"])


def test_enter_hands_the_text_over() -> None:
    heard: list[str] = []
    entry = TextEntry("hello", on_enter=heard.append)
    key(entry, "return")
    assert heard == ["hello"]


@given(
    st.lists(
        st.sampled_from(["left", "right", "home", "end", "shift+left", "ctrl+right", "backspace", "delete"])
    )
)
def test_the_caret_stays_in_the_text(chords: list[str]) -> None:
    entry = TextEntry("ab cd ef", limit=12)
    for chord in chords:
        key(entry, chord)
        entry.on_event(TextTyped("xyz"))
        assert 0 <= entry.caret <= len(entry.text) <= 12
        assert 0 <= entry.anchor <= len(entry.text)


def test_a_click_puts_the_caret_between_letters() -> None:
    entry = placed(TextEntry("abcdef"))
    entry.on_event(PointerPressed(10 + 3 * 8, 16))
    assert entry.caret == 3
    entry.on_event(PointerPressed(10, 16, clicks=2))
    assert entry.selection == (0, 6)
