import pytest
from msgspec.structs import replace

from game.client.screens.results.record import Record
from game.client.screens.results.screen import Exits, ResultsScreen
from game.protocol.messages import Rating
from game.rules.ids import Seat
from tests.support.records import calm, stormy
from tests.support.stages import SIZES, button, check_layout, click, press, shown, stage, words


def screen(
    record: Record, said: list[str], width: int = 1280, height: int = 720, scale: float | None = None
) -> ResultsScreen:
    menu, rematch, city = (lambda name=name: said.append(name) for name in ("menu", "rematch", "city"))
    exits = Exits(menu, rematch, city)
    made = ResultsScreen(stage(width, height, scale), record, exits)
    shown(made)
    return made


@pytest.mark.parametrize(("width", "height", "scale"), SIZES)
@pytest.mark.parametrize("record", [calm(), stormy()], ids=["calm", "stormy"])
def test_it_fits_every_window(record: Record, width: int, height: int, scale: float | None) -> None:
    check_layout(screen(record, [], width, height, scale))


def test_the_keys_lead_where_the_buttons_do() -> None:
    said: list[str] = []
    on = screen(calm(), said).stage
    press(on, "return", "escape", "c")
    for label in ("Rematch", "Main menu", "Look at the city"):
        click(on, button(on, label))
    assert said == ["rematch", "menu", "city"] * 2


def test_without_a_rematch_there_is_no_such_button_and_no_such_key() -> None:
    said: list[str] = []
    on = stage()
    shown(ResultsScreen(on, calm(), Exits(lambda: said.append("menu"))))
    press(on, "return", "c")
    assert said == []
    assert "REMATCH" not in words(on)


class Once:
    """Somebody else asks once the test says so."""

    def __init__(self) -> None:
        self.note, self.gone = "", 0

    def poll(self) -> str:
        return self.note

    def go(self) -> None:
        self.gone += 1


def test_a_rematch_with_others_says_who_waits() -> None:
    on, again = stage(), Once()
    made = ResultsScreen(on, calm(), Exits(lambda: None, again=again))
    shown(made)
    made.tick(0.0)
    again.note = "Mirela waits in a new room"
    made.tick(0.1)
    assert "Mirela waits in a new room" in words(on)
    check_layout(made)
    press(on, "return")
    click(on, button(on, "Rematch"))
    assert again.gone == 2


def test_the_rating_is_told_with_what_it_was() -> None:
    made = screen(calm(), [])
    made.rate(None, Rating("free", 1520, 80, 1))
    assert "your first rating is 1520 ±80" in words(made.stage)
    made.rate(Rating("free", 1500, 90, 3), Rating("free", 1520, 80, 4))
    assert "your rating is 1520 ±80, before 1500 ±90" in words(made.stage)


def test_it_says_who_won_by_what_and_why() -> None:
    record = calm(you=1)
    read = words(screen(record, []).stage)
    assert ("WHY YOU WON" if Seat(1) in record.winners else "WHY YOU LOST") in read
    assert "MANDATES REVEALED" in read
    assert "WHAT TO TRY NEXT TIME" in read
    assert str(record.public.seats[1].legacy // 100) in read
    assert "Mirela" not in read, "the own seat is called you"


def test_a_match_without_a_gala_says_so() -> None:
    record = stormy()
    seats = tuple(replace(seat, galas=(), legacy=0) for seat in record.public.seats)
    early = replace(record, public=replace(record.public, seats=seats))
    assert "before its first Gala" in words(screen(early, []).stage)
