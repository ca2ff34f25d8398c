from msgspec.structs import replace

from game.protocol.refusals import Refused
from server.room.door import MOST_BARRED, barring, not_admitted
from server.room.image import Image, SeatImage
from server.room.tokens import digest
from tests.support.rooms import setup

OPEN_TO_ALL = Image(setup(), owner=0, seats=())  # type: ignore[arg-type]
LOCKED = Image(setup(password=digest("swordfish")), owner=0, seats=())  # type: ignore[arg-type]


def code(image: Image, password: str, person: int = 0, player: str = "") -> str:
    fault = not_admitted(image, password, person, player)
    return "" if fault is None else fault.code


def shown_out(image: Image, *sitters: SeatImage) -> Image:
    for sitter in sitters:
        bar = barring(image, sitter)
        image = replace(image, barred=bar.names, barred_persons=bar.persons)
    return image


def test_a_locked_room_lets_in_who_knows_the_password() -> None:
    assert code(LOCKED, "swordfish") == ""
    assert code(LOCKED, "Swordfish") == code(LOCKED, "") == Refused.WRONG_PASSWORD
    assert code(OPEN_TO_ALL, "whatever") == ""


def test_the_refusal_does_not_repeat_what_was_tried() -> None:
    fault = not_admitted(LOCKED, "sordfish")
    assert fault is not None
    assert fault.parameters == {}


def test_one_shown_out_comes_in_under_no_name_that_looks_the_same() -> None:
    image = shown_out(OPEN_TO_ALL, SeatImage("any", name="Bób"))
    assert code(image, "", player=" BOB ") == Refused.KICKED
    assert code(image, "", player="Bobby") == ""
    assert code(image, "") == ""


def test_a_known_person_shown_out_comes_in_under_no_name() -> None:
    image = shown_out(OPEN_TO_ALL, SeatImage("any", name="Bob", person=7))
    assert code(image, "", 7, "Eve") == code(image, "", 7) == Refused.KICKED
    assert code(image, "", 8, "Eve") == ""


def test_the_newest_shown_out_are_remembered() -> None:
    sitters = [
        SeatImage("any", name=f"Bob {chr(97 + n // 26)}{chr(97 + n % 26)}", person=n + 1) for n in range(70)
    ]
    image = shown_out(OPEN_TO_ALL, *sitters)
    assert len(image.barred) == len(image.barred_persons) == MOST_BARRED
    assert code(image, "", 70) == Refused.KICKED
    assert code(image, "", 1, sitters[0].name) == ""
