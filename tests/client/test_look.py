import msgspec

from game.client.theme import NEON, Face, Style
from tests.support.looks import look


def test_a_style_becomes_a_face_at_the_looks_scale() -> None:
    assert look(1.5).face(Style.STRONG) == Face("text", 24, 600)


def test_a_colour_by_name_follows_the_palette() -> None:
    assert look().colour("go") == NEON.go
    assert look().colour((1, 2, 3)) == (1, 2, 3)


def test_without_motion_everything_takes_no_time() -> None:
    still = msgspec.structs.replace(look(), reduced_motion=True)
    assert (look().motion(0.3), still.motion(0.3)) == (0.3, 0.0)
