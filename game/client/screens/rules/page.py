"""What stands on the rule book's page: a chapter, or what a search has found, as widgets."""

from collections.abc import Iterable, Iterator

from game.client.screens.rules.passage import HANG, Passage
from game.client.screens.rules.table import BookTable
from game.client.theme import Style
from game.client.widgets.label import Label
from game.client.widgets.layout import Space
from game.client.widgets.widget import Widget
from game.text.rule_search import Found
from game.text.rulebook import CORE, Block, Chapter, plain


def chapter_widgets(chapter: Chapter) -> Iterator[Widget]:
    """The pieces of a chapter, one below the other."""
    return _pieces(chapter, chapter.blocks)


def found_widgets(found: Iterable[Found]) -> Iterator[Widget]:
    """What was found, under the headings of its chapters."""
    for place, part in enumerate(found):
        if place:
            yield Space(height=6)
        yield Label(part.chapter.heading, Style.H2, "text", wrap=True)
        yield from _pieces(part.chapter, part.blocks)


def told(blocks: Iterable[Block]) -> Iterator[str]:
    """The pieces as lines of plain text, for the narration."""
    for block in blocks:
        if block.table is None:
            yield f"{block.number} {plain(block.text)}".strip()
            continue
        for row in block.table.rows:
            cells = zip(block.table.head[1:], row[1:], strict=True)
            yield "; ".join([plain(row[0]), *(f"{head}: {plain(cell)}" for head, cell in cells)])


def _pieces(chapter: Chapter, blocks: Iterable[Block]) -> Iterator[Widget]:
    hangs = chapter.key != CORE
    for place, block in enumerate(blocks):
        if block.kind == "heading":
            if place:
                yield Space(height=4)
            yield Label(block.text, Style.H2, "text", wrap=True)
        elif block.table is not None:
            yield BookTable(block.table, HANG if hangs else 0)
        else:
            yield Passage(block.text, block.number if block.kind == "rule" else "", hangs=hangs)
