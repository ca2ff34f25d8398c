import json
import socket

import pytest
from typer.testing import CliRunner

from game.cli.commands import app

RUNNER = CliRunner()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--seats", "4"), "seats 4: expected 2 to 3 on core"),
        (("--orders", "grandmaster"), "orders 'grandmaster': expected one of none, random, greedy"),
        (("--rooms", "5000"), "rooms 5000: expected 1 to 2000"),
        (("--saves-per-second", "9000"), "spread them over at least"),
        (("--map", "nowhere"), "no map 'nowhere'"),
        (("--server", "play.example.org"), "--my-own-server"),
        (("--server", "192.168.1.20:24145"), "--my-own-server"),
        (("--server", "wss://127.0.0.1"), "expected ws://"),
        (("--server", "http://127.0.0.1"), "begins with http://"),
        (("--json", "nowhere/at/all.json"), "name a file in a folder that exists"),
    ],
)
def test_what_was_typed_wrongly_is_one_line_and_status_2(arguments: tuple[str, ...], words: str) -> None:
    result = RUNNER.invoke(app, ["lab", "load", *arguments])
    assert (result.exit_code, result.stdout) == (2, "")
    assert words in result.stderr
    assert result.stderr.count("\n") == 1


def test_an_address_elsewhere_is_loaded_only_when_it_is_said_to_be_ones_own() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    here = f"127.0.0.1:{port}"
    for arguments in (("--server", here), ("--server", f"localhost:{port}", "--my-own-server")):
        result = RUNNER.invoke(app, ["lab", "load", *arguments, "--rooms", "1", "--orders", "none"])
        assert result.exit_code == 2
        assert "ConnectionRefusedError" in result.stderr


def test_a_load_prints_its_figures_and_writes_them(tmp_path) -> None:
    file = tmp_path / "load.json"
    result = RUNNER.invoke(app, ["lab", "load", "--rooms", "1", "--turns", "2", "--json", str(file)])
    assert result.exit_code == 0, result.stderr
    assert "last ready to update, ms" in result.stdout
    assert json.loads(file.read_text("utf-8"))["turns"] == 2


def test_a_load_that_runs_out_of_time_ends_with_status_1() -> None:
    arguments = (
        "--rooms",
        "1",
        "--turns",
        "90",
        "--orders",
        "none",
        "--saves-per-second",
        "3",
        "--within",
        "1.5",
    )
    result = RUNNER.invoke(app, ["lab", "load", *arguments])
    assert result.exit_code == 1
    assert "time was up after 1.5 s" in result.stdout
