"""`neo-sanctum rules`: the core, a chapter, a rule or a card in the terminal."""

import io
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from rich.console import Console
from typer.testing import CliRunner

from game.cli import rules
from game.cli.commands import app

RUNNER = CliRunner()


def ended(*arguments: str) -> tuple[int, str, str]:
    """Exit status, output with its white space evened out, and errors."""
    result = RUNNER.invoke(app, ["rules", *arguments])
    return result.exit_code, " ".join(result.stdout.split()), result.stderr


def test_without_a_topic_the_core_is_printed() -> None:
    status, told, _ = ended()
    assert status == 0
    assert "The core" in told
    assert "Whoever has most Legacy" in told
    assert "neo-sanctum rules --list" in told
    assert "7.1" not in told


def test_nothing_is_wider_than_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    for topic in ("core", *(str(number) for number in (*range(1, 13), 15, 16))):
        result = RUNNER.invoke(app, ["rules", topic])
        assert result.exit_code == 0
        assert max(len(line) for line in result.stdout.splitlines()) <= 80


def test_the_list_names_the_chapters() -> None:
    status, told, _ = ended("--list")
    assert status == 0
    assert "10 Fracture and blame" in told
    assert "core The core" in told


@pytest.mark.parametrize(
    ("topic", "words"),
    [
        ("7", "7. Technique Sanctuaries 7.1 A Sanctuary needs"),
        ("7.7", "steward"),
        ("fracture", "10.9"),
        ("law", "8.12"),
        ("quiet_streets", "Quiet Streets (Commons) It changes"),
        ("Quiet Streets", "Quiet Streets (Commons) It changes"),
        ("community_clinic", "Community Clinic (SRA) Price 5 credits"),
        ("limelight", "6.5"),
        ("harsh", "Base of Tension"),
    ],
)
def test_a_topic_is_found(topic: str, words: str) -> None:
    status, told, _ = ended(*topic.split())
    assert status == 0
    assert words in told


def test_a_single_rule_comes_without_the_others() -> None:
    _, told, _ = ended("7.7")
    assert "7.8" not in told.partition("See also")[0]


def test_a_term_names_the_other_rules_that_speak_of_it() -> None:
    _, told, _ = ended("limelight")
    assert "See also: 6.1" in told


def test_an_unknown_topic_is_refused_with_the_nearest() -> None:
    status, told, errors = ended("quiet", "steets")
    assert (status, told) == (2, "")
    assert "Nearest: Quiet Streets" in errors
    assert len(errors.splitlines()) == 1


def test_a_topic_like_nothing_is_sent_to_the_list() -> None:
    status, _, errors = ended("xyzzyqwk")
    assert status == 2
    assert "--list" in errors


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A terminal of 24 lines; what is shown page by page is noted."""
    paged: list[str] = []

    class Terminal(Console):
        def __init__(self, **options: object) -> None:
            width = options.get("width", 120)
            assert isinstance(width, int)
            super().__init__(file=io.StringIO(), force_terminal=True, width=width, height=24, highlight=False)

        @contextmanager
        def pager(self, *_: object, **__: object) -> Iterator[None]:  # type: ignore[override]
            paged.append(f"{self.width} columns")
            yield

    monkeypatch.setattr(rules, "Console", Terminal)
    monkeypatch.delenv("LESS", raising=False)
    return paged


def test_what_is_long_is_paged_in_a_terminal(terminal: list[str]) -> None:
    assert ended("8")[0] == 0
    assert terminal == [f"{rules.WIDEST} columns"]


def test_what_is_short_is_not_paged(terminal: list[str]) -> None:
    assert ended("7.7")[0] == 0
    assert terminal == []
