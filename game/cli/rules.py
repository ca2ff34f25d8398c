"""`rules`: the rule book in the terminal, whole or by topic."""

import os
from collections.abc import Iterable, Iterator
from typing import Final

from rich.box import SIMPLE_HEAD
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from game.cli.complaint import complain
from game.content import ruleset
from game.text.catalog import Catalog
from game.text.rule_search import Found, find_topic, mentions, suggestions
from game.text.rule_tables import RuleTable
from game.text.rulebook import CORE, Block, Chapter, RuleBook, rule_book, runs

WIDEST: Final = 100
"""Columns beyond which a line is hard to read."""
MOST_LONG_COLUMNS: Final = 3
RECORD_HEAD: Final = 18
MOST_ALSO: Final = 12
"""Rules named after what was found."""
STYLES: Final = {"plain": "", "strong": "bold", "code": "cyan"}


def print_rules(topic: str, *, listed: bool) -> None:
    """Print the core, a chapter, a rule or a card; with `listed` the chapters. Complains about an unknown topic."""
    catalog = Catalog()
    book = rule_book(catalog, ruleset())
    if listed:
        _show(_contents(book))
    elif topic:
        _show(_topic(catalog, book, topic))
    else:
        _show(
            [
                Text(book.title, "bold"),
                Text(),
                *_chapter(book.core),
                Text(catalog.say("rulebook-more"), "dim"),
            ]
        )


def _topic(catalog: Catalog, book: RuleBook, topic: str) -> Iterator[RenderableType]:
    found = find_topic(book, topic)
    if not found:
        near = suggestions(book, topic)
        mend = (
            catalog.say("rulebook-nearest", topics=", ".join(near))
            if near
            else catalog.say("rulebook-try-list")
        )
        complain(f"{catalog.say('rulebook-unknown', topic=topic)} {mend}")
    for part in found:
        yield from _part(part)
    told = {block.number for part in found for block in part.blocks}
    also = [number for number in mentions(book, topic) if number not in told][:MOST_ALSO]
    if also and not found[0].is_whole:
        yield Text(catalog.say("rulebook-also", numbers=", ".join(also)), "dim")


def _contents(book: RuleBook) -> Iterator[RenderableType]:
    """A line for each chapter: what to ask for, and its title."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="cyan", justify="right")
    grid.add_column()
    for chapter in book.chapters:
        grid.add_row(chapter.key, chapter.title)
    yield grid


def _part(part: Found) -> Iterator[RenderableType]:
    yield from _chapter(part.chapter) if part.is_whole else _pieces(part.chapter, part.blocks)


def _chapter(chapter: Chapter) -> Iterator[RenderableType]:
    return _pieces(chapter, chapter.blocks)


def _pieces(chapter: Chapter, blocks: Iterable[Block]) -> Iterator[RenderableType]:
    yield Text(chapter.heading, "bold magenta")
    yield Text()
    for block in blocks:
        yield _piece(block, hangs=chapter.key != CORE)
        yield Text()


def _piece(block: Block, *, hangs: bool) -> RenderableType:
    """A piece of a chapter; with `hangs` everything but headings stands to the right of the rules' numbers."""
    if block.kind == "heading":
        return Text(block.text, "bold")
    body = _table(block.table) if block.table is not None else _words(block.text)
    if not hangs:
        return body
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=5, style="cyan", no_wrap=True)
    grid.add_column()
    grid.add_row(block.number if block.kind == "rule" else "", body)
    return grid


def _words(text: str) -> Text:
    return Text.assemble(*((run.text, STYLES[run.mark]) for run in runs(text)))


def _table(table: RuleTable) -> RenderableType:
    """Rows beside each other; where cells are long and many, each row as pairs below each other."""
    long = any(len(" ".join(row)) > WIDEST for row in table.rows)
    if len(table.rows) == 1 or (long and len(table.head) > MOST_LONG_COLUMNS):
        return Group(*(_record(table.head, row) for row in table.rows))
    shown = Table(box=SIMPLE_HEAD, padding=(0, 1), pad_edge=False, leading=int(long), header_style="bold")
    for place, head in enumerate(table.head):
        shown.add_column(head, style="bold" if place == 0 else "")
    for row in table.rows:
        shown.add_row(*(_words(cell) for cell in row))
    return shown


def _record(head: tuple[str, ...], row: tuple[str, ...]) -> RenderableType:
    """What the row is about in bold, and the other cells below it with their heads before them."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", max_width=RECORD_HEAD)
    grid.add_column()
    for name, cell in zip(head[1:], row[1:], strict=True):
        grid.add_row(name, _words(cell))
    return Group(Text(row[0], "bold"), Padding(grid, (0, 0, 1, 2)))


def _show(pieces: Iterable[RenderableType]) -> None:
    """Print, page by page where a person reads more than fits the terminal."""
    console = Console(highlight=False)
    if console.width > WIDEST:
        console = Console(highlight=False, width=WIDEST)
    whole = Group(*pieces)
    if not console.is_terminal or len(console.render_lines(whole)) <= console.height:
        console.print(whole)
        return
    # The usual pager shows colours only when it is told to.
    os.environ.setdefault("LESS", "-R")
    with console.pager(styles=True):
        console.print(whole)
