from pathlib import Path
from typing import get_args

from game.protocol import messages
from game.protocol.reference import page
from game.protocol.refusals import ALL_CODES

PAGE = Path(__file__).parents[2] / "docs" / "protocol.md"


def test_the_page_has_not_drifted_from_the_messages() -> None:
    written = PAGE.read_text("utf-8")
    assert written == page(), "run: python -m game.protocol.reference > docs/protocol.md"


def test_every_message_and_code_stands_in_the_page() -> None:
    text = page()
    for union in (messages.Upward, messages.Act, messages.Answer, messages.Notice):
        for kind in get_args(union):
            assert f"### {kind.__name__} `{kind.__struct_config__.tag}`" in text
    assert all(f"- `{code}`" in text for code in ALL_CODES)


def test_every_link_in_the_page_leads_somewhere() -> None:
    text = page()
    headings = {
        line[4:].lower().replace(" ", "-").replace("`", "").replace("(", "").replace(")", "")
        for line in text.splitlines()
        if line.startswith("### ")
    }
    links = {part.split(")")[0] for part in text.split("](#")[1:]}
    assert links <= headings
