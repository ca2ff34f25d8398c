"""Codes that people read to each other: no letters that look alike, in no case that matters."""

from collections.abc import Callable

from game.link.address import CODE_LETTERS

LETTERS = CODE_LETTERS

Draw = Callable[[int], int]
"""A number from 0 below the one given, that nobody can guess."""


def code(draw: Draw, length: int) -> str:
    """A fresh code."""
    return "".join(LETTERS[draw(len(LETTERS))] for _ in range(length))


def typed(words: str) -> str:
    """A code as it was meant, whatever spaces, dashes and small letters it was typed with."""
    return "".join(letter for letter in words.upper() if letter not in " -")
