import pytest
from typer.testing import CliRunner

from game.cli.commands import app
from game.cli.replay_commands import replays

VERBS = ("list", "save", "verify", "show", "export", "watch")


def test_these_are_the_verbs() -> None:
    assert tuple(command.name for command in replays.registered_commands) == VERBS


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_helps_with_an_example(verb: str) -> None:
    result = CliRunner().invoke(app, ["replay", verb, "--help"])
    assert result.exit_code == 0
    assert f"Example: neo-sanctum replay {verb}" in " ".join(result.stdout.split())


@pytest.mark.parametrize(
    "arguments", [(), ("verify",), ("save", "r1"), ("save", "r1", "out"), ("show", "f", "--turn", "0")]
)
def test_what_is_missing_is_told(arguments: tuple[str, ...]) -> None:
    result = CliRunner().invoke(app, ["replay", *arguments])
    assert result.exit_code == 2
