"""Finding in the rule book: a chapter or a rule by its number, a card by its key or name, anything else by its words."""

import re
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from game.text.rule_tables import RuleTable
from game.text.rulebook import Block, Chapter, RuleBook, plain, runs

MOST_SUGGESTIONS: Final = 5
_NUMBER: Final = re.compile(r"^\d+(\.\d+)?\.?$")
_KIND: Final = re.compile(r" \([^)]*\)$")


_SMALL: Final = ("the", "a", "and", "of", "it")
"""Words of a title that nobody asks for."""

Picker = Callable[[Block], Block | None]
"""What of a piece of the book is wanted, or None."""


class Found(Struct, frozen=True):
    """A part of the book that a topic led to: in which chapter, and which pieces of it."""

    chapter: Chapter
    blocks: tuple[Block, ...]

    @property
    def is_whole(self) -> bool:
        """Whether it is the whole chapter."""
        return self.blocks == self.chapter.blocks


def find_topic(book: RuleBook, topic: str) -> tuple[Found, ...]:
    """What the book says on a topic: `7`, `7.3`, `law`, `quiet_streets`, `Quiet Streets`, `tension`.

    Numbers first, then cards and whole chapters, then terms in bold, then any words. Empty if it says nothing.
    """
    wanted = topic.strip()
    if _NUMBER.match(wanted):
        return _by_number(book, wanted.rstrip("."))
    word = folded(wanted)
    if not word:
        return ()
    cards = _everywhere(book, lambda block: _rows_of(block, word))
    told = {block.number for chapter in book.chapters for block in chapter.blocks if word in _terms(block)}
    terms = _everywhere(book, lambda block: block if block.number in told else None)
    chapters = tuple(Found(chapter, chapter.blocks) for chapter in book.chapters if word in _titles(chapter))
    if cards:
        return _joined(book, (*cards, *terms))
    return chapters or terms or _everywhere(book, lambda block: _with_words(block, word))


def mentions(book: RuleBook, topic: str) -> tuple[str, ...]:
    """The numbers of the rules that speak of it, in the order of the book."""
    word = folded(topic)
    blocks = (block for chapter in book.chapters for block in chapter.blocks if block.number)
    return tuple(dict.fromkeys(block.number for block in blocks if _with_words(block, word) is not None))


def suggestions(book: RuleBook, topic: str) -> tuple[str, ...]:
    """Topics that are spelt nearly like this one, and numbers near to it; the nearest first."""
    numbers = (block.number for chapter in book.chapters for block in chapter.blocks if block.number)
    names = {folded(name): name for name in (*topics(book), *numbers)}
    close = get_close_matches(folded(topic), list(names), MOST_SUGGESTIONS, 0.5)
    return tuple(names[name] for name in close)


def topics(book: RuleBook) -> tuple[str, ...]:
    """Everything that can be asked for by name: chapters, terms in bold, cards; each once, as the book writes it."""
    names: dict[str, str] = {}
    for chapter in book.chapters:
        names.setdefault(folded(chapter.title), chapter.title)
        for block in chapter.blocks:
            for name in (*_strong(block), *(_name(row[0]) for _, row in _keyed(block))):
                names.setdefault(folded(name), name)
    return tuple(names.values())


def folded(words: str) -> str:
    """Words as they are compared: small, without plural endings, underscores as spaces."""
    return " ".join(_singular(word) for word in re.split(r"[\s_\-]+", words.lower()) if word)


def _singular(word: str) -> str:
    word = word.strip(".,:;()").removesuffix("'s")
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _by_number(book: RuleBook, number: str) -> tuple[Found, ...]:
    chapter, _, rule = number.partition(".")
    for found in book.chapters:
        if found.key != chapter:
            continue
        blocks = tuple(block for block in found.blocks if not rule or block.number == number)
        return (Found(found, blocks),) if blocks else ()
    return ()


def _everywhere(book: RuleBook, pick: Picker) -> tuple[Found, ...]:
    """What is picked from every chapter but the core, which says nothing the others do not."""
    found = []
    for chapter in book.chapters[1:]:
        blocks = tuple(kept for block in chapter.blocks if (kept := pick(block)) is not None)
        if blocks:
            found.append(Found(chapter, blocks))
    return tuple(found)


def _joined(book: RuleBook, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """One for each chapter, its pieces in the order they were found."""
    parts = {
        chapter.key: [part for part in found if part.chapter.key == chapter.key] for chapter in book.chapters
    }
    return tuple(
        Found(same[0].chapter, tuple(dict.fromkeys(block for part in same for block in part.blocks)))
        for same in parts.values()
        if same
    )


def _titles(chapter: Chapter) -> set[str]:
    """What a chapter is asked for by: its title, and the words of it."""
    whole = folded(chapter.title)
    return {chapter.key, whole, *(word for word in whole.split() if word not in _SMALL)}


def _strong(block: Block) -> tuple[str, ...]:
    """The terms in bold, without the stop or colon that may stand with them."""
    return tuple(run.text.strip(".,:") for run in runs(block.text) if run.mark == "strong")


def _terms(block: Block) -> set[str]:
    return {folded(term) for term in _strong(block)} if block.kind == "rule" else set()


def _keyed(block: Block) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The rows that are about a card, each with the card's key."""
    if block.table is not None:
        yield from ((key, row) for key, row in zip(block.table.keys, block.table.rows, strict=True) if key)


def _name(cell: str) -> str:
    """A card's name without the kind in brackets."""
    return _KIND.sub("", cell)


def _rows_of(block: Block, word: str) -> Block | None:
    """The table with nothing but the rows about that card."""
    return _with_rows(block, lambda key, row: key != "" and word in (folded(key), folded(_name(row[0]))))


def _with_words(block: Block, word: str) -> Block | None:
    """The piece if all the words stand in it one after the other; of a table the rows where they do."""
    if block.table is None:
        return block if _has(block.text, word) else None
    return _with_rows(block, lambda _, row: any(_has(cell, word) for cell in row))


def _with_rows(block: Block, wanted: Callable[[str, tuple[str, ...]], bool]) -> Block | None:
    """A table with nothing but the rows that are wanted; None if there is none."""
    if block.table is None:
        return None
    pairs = zip(block.table.keys, block.table.rows, strict=True)
    kept = [(key, row) for key, row in pairs if wanted(key, row)]
    if not kept:
        return None
    table = RuleTable(block.table.head, tuple(row for _, row in kept), tuple(key for key, _ in kept))
    return replace(block, table=table)


def _has(text: str, word: str) -> bool:
    return f" {word} " in f" {folded(plain(text))} "
