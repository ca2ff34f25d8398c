"""No number of the rules is ever a fraction: the same match is the same on every machine (rule 12)."""

import ast
from pathlib import Path

import pytest

import game.rules

FILES = sorted(Path(game.rules.__file__).parent.rglob("*.py"))


def faults_of(source: str) -> list[str]:
    """Where a source could make a float: a literal, a true division, a call or an annotation of `float`."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, float | complex):
            found.append(f"line {node.lineno}: the literal {node.value!r}")
        elif isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ast.Div):
            found.append(f"line {node.lineno}: a true division")
        elif isinstance(node, ast.Name) and node.id in {"float", "round", "complex"}:
            found.append(f"line {node.lineno}: {node.id}")
        elif isinstance(node, ast.Import | ast.ImportFrom):
            names = {alias.name for alias in node.names} | {getattr(node, "module", "") or ""}
            if names & {"math", "random", "decimal", "fractions", "statistics", "time"}:
                found.append(f"line {node.lineno}: an import of {', '.join(sorted(names))}")
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_rules_count_in_whole_numbers(path):
    assert not faults_of(path.read_text(encoding="utf-8")), f"{path}: write // or hundredths instead"


@pytest.mark.parametrize(
    "source",
    [
        "x = 1.5",
        "x = a / b",
        "x /= 2",
        "x = float(3)",
        "x = round(y)",
        "from random import random",
        "import math",
    ],
)
def test_what_would_make_a_fraction_is_found(source):
    assert faults_of(source)


def test_whole_division_is_none():
    assert not faults_of("x = a // b\nx //= 2\ny = 7 % 2")
