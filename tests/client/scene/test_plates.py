from game.client.scene.items import CutBox, Text
from game.client.scene.marks import Emblem, Pin, Portrait, Rings
from game.client.scene.plates import Plate, keycap_rect, plate_items, plate_width, residents_last, token_items
from game.client.theme import NEON, RESIDENTS, Banner
from tests.support.looks import look

SRA, OCC = Banner("sra"), Banner("occ")
PARTS = ((SRA, 600), (RESIDENTS, 400))


def test_a_plate_names_leader_and_rival_and_its_words_do_not_meet() -> None:
    plate = Plate("Sanctum Core", OCC, "29%", PARTS, SRA)
    items = plate_items(look(), plate, 300, 200)
    assert [i.banner for i in items if isinstance(i, Emblem)] == [OCC, SRA]
    name, share = (i for i in items if isinstance(i, Text))
    end_of_name = name.x + look().measure.width(name.text, name.face)
    assert end_of_name < share.x - look().measure.width(share.text, share.face)
    assert plate_width(look(), plate) > plate_width(look(), Plate("Sanctum Core", OCC, "29%", PARTS))


def test_the_selected_plate_has_a_white_line() -> None:
    for selected in (True, False):
        items = plate_items(look(), Plate("Hub", SRA, "1%", PARTS, selected=selected), 0, 0)
        box = next(i for i in items if isinstance(i, CutBox))
        assert (box.border == NEON.selection) == selected


def test_a_token_stands_on_its_place() -> None:
    items = token_items(look(), Portrait(100, 200, "juno_armitage", SRA, 21), swell=0.31)
    rings, pin, head = items
    assert isinstance(rings, Rings)
    assert isinstance(pin, Pin)
    assert isinstance(head, Portrait)
    assert (rings.x, rings.y, pin.x, pin.y, head.x) == (100, 200, 100, 200, 100)
    assert head.y + head.radius < 200
    assert len(token_items(look(), Portrait(1, 2, "juno_armitage", SRA, 21))) == 2


def test_a_keycap_is_as_wide_as_its_key() -> None:
    assert keycap_rect(look(), 100, 10, "Enter").w > keycap_rect(look(), 100, 10, "M").w
    assert keycap_rect(look(), 100, 10, "Enter").right == 100


def test_residents_come_last() -> None:
    assert residents_last([(RESIDENTS, 5), (SRA, 3)]) == ((SRA, 3), (RESIDENTS, 5))
