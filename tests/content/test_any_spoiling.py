"""Whatever a modder does to a line, the check says what is wrong and never falls over."""

import re
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.content.copies import Copy

SOURCE = Path(str(files("game.content")))
FILES = sorted(path.relative_to(SOURCE).as_posix() for path in SOURCE.rglob("*.toml"))
LINES = [
    (file, number)
    for file in FILES
    for number, line in enumerate((SOURCE / file).read_text(encoding="utf-8").splitlines())
    if line and not line.startswith("#")
]
SPOILINGS = (("", ""), (r"-?\d+", "-7"), (r"-?\d+", "[]"), (r'"[^"]*"', '"zz"'), (r'"[^"]*"', "3"))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.sampled_from(LINES), spoiling=st.sampled_from(SPOILINGS))
def test_a_spoilt_line_is_refused_or_taken(
    copy: Copy, place: tuple[str, int], spoiling: tuple[str, str]
) -> None:
    file, number = place
    before = (copy.folder / file).read_text(encoding="utf-8")
    lines = before.splitlines()
    pattern, new = spoiling
    lines[number] = re.sub(pattern, new, lines[number]) if pattern else ""
    (copy.folder / file).write_text("\n".join(lines), encoding="utf-8")
    faults = copy.faults()
    (copy.folder / file).write_text(before, encoding="utf-8")
    assert all(fault.found and fault.expected and fault.mend for fault in faults)


NAMED = re.compile(r"(speciality|first_facility|event|length|helps|hurts|answers) = ")


@pytest.mark.parametrize("file", FILES)
def test_every_name_of_nothing_is_refused_at_once(copy: Copy, file: str) -> None:
    lines = (copy.folder / file).read_text(encoding="utf-8").splitlines()
    named = [number for number, line in enumerate(lines) if NAMED.match(line)]
    for number in named:
        lines[number] = re.sub(r'"[^"]*"', '"zz"', lines[number])
    (copy.folder / file).write_text("\n".join(lines), encoding="utf-8")
    assert len(copy.faults()) >= len(named)
