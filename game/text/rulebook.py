"""The rule book: one text for the page, the command line and the client, with its numbers from the ruleset.

The source is `rules.md` in the language's folder. A paragraph that begins with a number like `7.3` is a rule; what
follows up to the next rule or heading belongs to it. A paragraph `{{ table laws }}` becomes a table of
`game.text.rule_tables`; other markers are numbers (`game.text.rule_numbers`). `**` and backticks mark words.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import Final, Literal

from msgspec import Struct

from game.content import ruleset as shipped
from game.rules.ruleset import Ruleset
from game.text.catalog import SOURCE_LANGUAGE, Catalog
from game.text.rule_numbers import filled
from game.text.rule_tables import RuleTable, rule_table

CORE: Final = "core"
"""The key of the chapter that is enough to play; the others go by their number."""

NOTE: Final = (
    "Made from game/text/en/rules.md and the numbers in game/content by `make rules`; change those instead."
)
"""What the page says to whoever would edit it."""

Mark = Literal["plain", "strong", "code"]

_RULE: Final = re.compile(r"^(\d+\.\d+) ", re.MULTILINE)
_CHAPTER: Final = re.compile(r"^## (?:(\d+)\. )?(.*)$")
_TABLE: Final = re.compile(r"^\{\{\s*table (\w+)\s*\}\}$")
_MARKS: Final = re.compile(r"\*\*(.+?)\*\*|`(.+?)`")


class Block(Struct, frozen=True):
    """A piece of a chapter: a heading inside it, plain words, a numbered rule, or a table.

    `number` is the rule's; a table or words after a rule have the number of that rule.
    """

    kind: Literal["heading", "words", "rule", "table"]
    text: str = ""
    number: str = ""
    table: RuleTable | None = None


class Chapter(Struct, frozen=True):
    """A chapter by its key (its number, or `core`), with its title and pieces."""

    key: str
    title: str
    blocks: tuple[Block, ...]

    @property
    def heading(self) -> str:
        """The title with its number, if it has one."""
        return self.title if self.key == CORE else f"{self.key}. {self.title}"


class RuleBook(Struct, frozen=True):
    """The whole book. The first chapter is the core."""

    title: str
    preface: tuple[Block, ...]
    chapters: tuple[Chapter, ...]

    @property
    def core(self) -> Chapter:
        """The chapter that is enough to play."""
        return self.chapters[0]


class Run(Struct, frozen=True):
    """Words of one mark within a text."""

    text: str
    mark: Mark = "plain"


def rule_book(catalog: Catalog, ruleset: Ruleset) -> RuleBook:
    """The rule book in the catalog's language with the ruleset's numbers.

    Raises MarkerError if the text names a number or a table that the ruleset does not have.
    """
    head, *parts = re.split(r"^(?=## )", _source(catalog.language), flags=re.MULTILINE)
    title, *preface = _paragraphs(head)
    return RuleBook(
        title.removeprefix("# "),
        tuple(_blocks(catalog, ruleset, preface)),
        tuple(_chapter(catalog, ruleset, part) for part in parts),
    )


def numbered_rules() -> tuple[str, ...]:
    """The number of every rule, in the order of the book: `1.1`, `1.2`, ..."""
    return tuple(_RULE.findall(_source(SOURCE_LANGUAGE)))


def runs(text: str) -> tuple[Run, ...]:
    """A text as runs of plain, strong and code words, its marks taken out."""
    found: list[Run] = []
    at = 0
    for mark in _MARKS.finditer(text):
        if mark.start() > at:
            found.append(Run(text[at : mark.start()]))
        found.append(Run(mark[1], "strong") if mark[1] else Run(mark[2], "code"))
        at = mark.end()
    if at < len(text):
        found.append(Run(text[at:]))
    return tuple(found)


def plain(text: str) -> str:
    """A text without its marks."""
    return "".join(run.text for run in runs(text))


def as_markdown(book: RuleBook, note: str = "") -> str:
    """The book as a Markdown page; `note` stands as a comment at its top."""
    lines = [f"# {book.title}", *([f"<!-- {note} -->"] if note else [])]
    lines.extend(_markdown(book.preface))
    for chapter in book.chapters:
        lines.append(f"## {chapter.heading}")
        lines.extend(_markdown(chapter.blocks))
    return "\n\n".join(lines) + "\n"


def page() -> str:
    """The page `docs/rules.md`: the book in English with the numbers that ship with the game."""
    return as_markdown(rule_book(Catalog(strict=True), shipped()), NOTE)


def _source(language: str) -> str:
    """The text in the language, or in English where the language has none."""
    file = files("game.text") / language / "rules.md"
    if not file.is_file():
        file = files("game.text") / SOURCE_LANGUAGE / "rules.md"
    return file.read_text(encoding="utf-8")


def _paragraphs(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"\n\s*\n", text) if part.strip()]


def _chapter(catalog: Catalog, ruleset: Ruleset, part: str) -> Chapter:
    heading, *paragraphs = _paragraphs(part)
    found = _CHAPTER.match(heading)
    number, title = (found[1], found[2]) if found else (None, heading)
    return Chapter(number or CORE, title, tuple(_blocks(catalog, ruleset, paragraphs)))


def _blocks(catalog: Catalog, ruleset: Ruleset, paragraphs: Iterable[str]) -> Iterator[Block]:
    """The pieces of a chapter, each with the number of the rule it belongs to."""
    number = ""
    for paragraph in paragraphs:
        asked = _TABLE.match(paragraph)
        rule = _RULE.match(paragraph)
        if paragraph.startswith("### "):
            number = ""
            yield Block("heading", paragraph.removeprefix("### "))
        elif asked is not None:
            yield Block("table", "", number, rule_table(catalog, ruleset, asked[1]))
        elif paragraph.startswith("|"):
            yield Block("table", "", number, _table(filled(catalog, ruleset, paragraph)))
        elif rule is not None:
            number = rule[1]
            yield Block("rule", _one_line(filled(catalog, ruleset, paragraph[rule.end() :])), number)
        else:
            yield Block("words", _one_line(filled(catalog, ruleset, paragraph)), number)


def _one_line(paragraph: str) -> str:
    return " ".join(paragraph.split())


def _table(paragraph: str) -> RuleTable:
    head, _, *rows = [
        tuple(cell.strip() for cell in line.strip().strip("|").split("|")) for line in paragraph.splitlines()
    ]
    return RuleTable(head, tuple(rows), ("",) * len(rows))


def _markdown(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if block.kind == "heading":
            yield f"### {block.text}"
        elif block.table is not None:
            yield _markdown_table(block.table)
        elif block.kind == "rule":
            yield f"**{block.number}** {block.text}"
        else:
            yield block.text


def _markdown_table(table: RuleTable) -> str:
    rule = ("---",) * len(table.head)
    return "\n".join(f"| {' | '.join(row)} |" for row in (table.head, rule, *table.rows))


if __name__ == "__main__":
    sys.stdout.write(page())
