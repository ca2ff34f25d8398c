"""Laws of the gate, on files nobody would write."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from game.maps import MapRefused, check
from tests.maps.workshop import TINY

_TEXT = (TINY / "map.tmx").read_text("utf-8")
_LINES = _TEXT.splitlines()
_WORDS = sorted({word for line in _LINES for word in line.split('"')[1::2]})
_ODD = [
    "",
    "nan",
    "inf",
    "-1",
    "0",
    "1e-99",
    "99999999999",
    "&#10;",
    "\u202e",
    "{}",
    "0,0",
    "0,0 0,0 0,0",
    "-0.5",
]

values = st.sampled_from(_WORDS + _ODD)
lines = st.sampled_from(_LINES)


def _outcome(data: bytes) -> object:
    """Return what the gate makes of a map file: a checked map, or the refusal's faults."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(TINY, folder, dirs_exist_ok=True)
        (Path(folder) / "map.tmx").write_bytes(data)
        try:
            return check(Path(folder))
        except MapRefused as refusal:
            return refusal.faults


@settings(deadline=None, max_examples=80)
@given(st.lists(st.tuples(values, values), min_size=1, max_size=4))
def test_whatever_stands_in_an_attribute_the_map_is_read_or_refused(swaps: list[tuple[str, str]]) -> None:
    text = _TEXT
    for old, new in swaps:
        text = text.replace(f'"{old}"', f'"{new}"', 1)

    assert _outcome(text.encode())


@settings(deadline=None, max_examples=80)
@given(st.integers(0, len(_LINES)), st.integers(0, 3), st.lists(lines, max_size=3))
def test_whatever_lines_are_cut_or_doubled_the_map_is_read_or_refused(
    at: int, cut: int, more: list[str]
) -> None:
    assert _outcome("\n".join([*_LINES[:at], *more, *_LINES[at + cut :]]).encode())


@settings(deadline=None, max_examples=60)
@given(st.integers(0, len(_TEXT)), st.binary(min_size=1, max_size=8))
def test_whatever_bytes_are_put_in_the_map_is_read_or_refused(at: int, more: bytes) -> None:
    data = _TEXT.encode()

    assert _outcome(data[:at] + more + data[at:])
