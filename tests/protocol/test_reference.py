import re
from pathlib import Path
from typing import get_args

from game.protocol import messages
from game.protocol.reference import page
from game.protocol.refusals import ALL_CODES
from game.rules.state import Public

PAGE = Path(__file__).parents[2] / "docs" / "protocol.md"


def test_the_page_has_not_drifted_from_the_messages() -> None:
    written = PAGE.read_text("utf-8")
    assert written == page(), "run: python -m game.protocol.reference > docs/protocol.md"


def test_every_message_and_code_stands_in_the_page() -> None:
    text = page()
    for union in (messages.Upward, messages.Act, messages.Answer, messages.Notice):
        for kind in get_args(union):
            assert f"### {kind.__name__} `{kind.__struct_config__.tag}`" in text
    assert all(f"\n| `{code}` | " in text for code in ALL_CODES)


def test_every_code_has_its_words_and_names_its_parameters() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", page(), re.MULTILINE))
    assert set(rows) >= ALL_CODES
    assert rows["barred"].startswith("{leader} cannot enter {district}: ")
    assert rows["other_version"].count("{expected}") >= 1


def test_arrays_tell_the_place_of_each_field_as_patches_count_it() -> None:
    lines = page().splitlines()
    start = lines.index("### Public (array)")
    rows = [line for line in lines[start : start + 40] if line.startswith("| ")][1:]
    assert [row.split(" | ")[:2] for row in rows[:4]] == [
        ["| 0", "`turn`"],
        ["| 1", "`districts`"],
        ["| 2", "`seats`"],
        ["| 3", "`leaders`"],
    ]
    assert [f"`{name}`" for name in Public.__struct_fields__] == [row.split(" | ")[1] for row in rows[:12]]
    campaign = lines.index("### Campaign `campaign` (array)")
    assert "| 1 | `leader` | integer, 0..255 |  |" in lines[campaign : campaign + 8], "its tag has place 0"


def test_every_link_in_the_page_leads_somewhere() -> None:
    text = page()
    headings = {
        re.sub(r"[`()]", "", line.lstrip("# ").lower()).replace(" ", "-").replace(",", "")
        for line in text.splitlines()
        if line.startswith("##")
    }
    links = {part.split(")")[0] for part in text.split("](#")[1:]}
    assert links <= headings
