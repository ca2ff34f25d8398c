"""A file of every past format, kept as it was written: each must always open, and tell what it told then."""

from pathlib import Path

import pytest

from game.replays.course import course_of
from game.replays.document import document
from game.replays.replay import FORMAT
from game.replays.shelf import read, read_brief
from game.replays.telling import brief_words
from game.text.catalog import Catalog
from game.text.chronicle import chronicle

KEPT = Path(__file__).parent / "kept"
CHAINS = {1: "e49006c926bc52a9d144a534fd0b7f03758703e7bf9fffa4963ee18dc2cc99be"}


def kept(number: int) -> Path:
    return KEPT / f"format-{number}.nsreplay"


def test_a_file_of_every_format_is_kept() -> None:
    assert sorted(CHAINS) == list(range(1, FORMAT + 1))
    assert sorted(path.name for path in KEPT.iterdir()) == [kept(number).name for number in CHAINS]


@pytest.mark.parametrize("number", CHAINS)
def test_it_opens_and_can_be_told(number: int) -> None:
    course = course_of(read(kept(number)))
    assert course.replay.chain.hex() == CHAINS[number]
    told = [
        chronicle(Catalog(), course.board, turn.turn, turn.entries, [seat.legacy for seat in public.seats])
        for turn, public in zip(course.replay.turns, course.publics[1:], strict=True)
    ]
    assert len(told) == course.replay.end.turns
    assert all(lines[0].startswith(f"Turn {turn}.") for turn, lines in enumerate(told, start=1))
    assert document(course).startswith(b"{")


@pytest.mark.parametrize("number", CHAINS)
def test_it_is_listed(number: int) -> None:
    words = brief_words(Catalog(), read_brief(kept(number)))
    assert words.startswith("Core, Free for All, 8 turns: Smile Rights Alliance (Ada), ")
