from game.client.events import KeyPressed, Wheel
from game.client.geometry import Rect
from game.client.screens.talk.log import ROW, ChatLog, nobody_seated
from game.client.theme import Banner
from game.protocol.messages import Line
from game.rules.ids import Seat
from tests.support.lobby import NOON
from tests.support.looks import look
from tests.support.stages import stage, texts

AT = int(NOON.timestamp() * 1000)


def log(lines: tuple[Line, ...], width: int = 300, height: int = 4 * ROW) -> ChatLog:
    on = stage()
    on.wall = lambda: NOON

    def seating(seat: Seat) -> tuple[Banner | None, str]:
        return Banner("sra"), "Ada"

    made = ChatLog(on, seating)
    made.put(lines)
    made.place(look(), Rect(0, 0, width, height))
    return made


def read(made: ChatLog) -> list[str]:
    return [text.text for text, _ in texts(made.items(look()))]


def lines(count: int) -> tuple[Line, ...]:
    return tuple(Line("Ada", f"line {number}", AT + number, Seat(0)) for number in range(count))


def test_a_line_says_when_and_who_by_the_clock_here() -> None:
    assert read(log(lines(1))) == ["12:00", "Ada:", "line 0"]


def test_a_private_line_says_to_whom() -> None:
    assert "Mirela to Ada:" in read(log((Line("Mirela", "psst", AT, Seat(1), Seat(0)),)))


def test_nothing_said_is_told() -> None:
    assert read(log(())) == ["Nobody has said anything yet."]


def test_long_lines_and_long_words_are_broken() -> None:
    made = log((Line("Ada", "word " * 20 + "x" * 120, AT, Seat(0)),), height=20 * ROW)
    measure = look().measure
    for text, clip in texts(made.items(look())):
        assert clip is not None
        assert text.x + measure.width(text.text, text.face) <= 300


def test_it_stays_at_the_newest_unless_one_scrolls_back() -> None:
    made = log(lines(20))
    assert "line 19" in read(made)
    made.put(lines(21))
    assert "line 20" in read(made)
    made.on_event(KeyPressed("up"))
    made.on_event(Wheel(10, 10, 5.0, 0.0))
    made.put(lines(22))
    assert "line 21" not in read(made)
    for _ in range(40):
        made.on_event(KeyPressed("down"))
    assert "line 21" in read(made)
    assert not made.on_event(KeyPressed("a"))


def test_a_lobby_has_no_seats() -> None:
    assert nobody_seated(Seat(0)) == (None, "")
