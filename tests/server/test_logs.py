import json
import logging
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from game.protocol import messages as say
from server.logs import LONGEST_FIELD, MOST_A_MINUTE, CalmFilter, JsonFormatter, LineFormatter, about
from tests.support.servers import a_room, client_at, server_process


def record(message: str, error: BaseException | None = None) -> logging.LogRecord:
    exc_info = (type(error), error, error.__traceback__) if error else None
    return logging.LogRecord("server", logging.ERROR, __file__, 1, message, None, exc_info)


def test_what_strangers_send_cannot_begin_a_new_line_or_colour_it() -> None:
    line = LineFormatter().format(record("hello\nERROR fake\x1b[31m\u202e"))
    assert "\n" not in line
    assert "\\n" in line
    assert "\\x1b" in line
    assert "\\u202e" in line


def test_an_error_of_a_stranger_is_one_line_without_a_traceback() -> None:
    made = record("handshake failed", ValueError("x" * 1000))
    assert CalmFilter().filter(made)
    assert made.exc_info is None
    assert len(made.getMessage()) < 300


def test_only_a_few_a_minute_are_logged() -> None:
    calm = CalmFilter()
    assert [calm.filter(record("again")) for _ in range(MOST_A_MINUTE + 5)].count(True) <= MOST_A_MINUTE + 1


def test_standard_output_is_not_used(capsys: object) -> None:
    from server.logs import log_to_stderr

    handlers = logging.root.handlers[:]
    level = logging.root.level
    try:
        log_to_stderr(logging.INFO)
        (handler,) = logging.root.handlers
        assert isinstance(handler, logging.StreamHandler)
        assert handler.stream is sys.stderr
    finally:
        logging.root.handlers[:] = handlers
        logging.root.setLevel(level)


HOSTILE = [
    "Ann\n2026-01-01 ERROR server: fake",
    '"} {"level": "error", "message": "fake',
    "\x1b[31mred\x1b[0m\x07\x00",
    "\u202etxet\u2028\u2066",
    "room=other code=fake",
    "x" * 100_000,
    "%s %d {0} ${jndi:ldap://127.0.0.1/a}",
    "\ud800 half a pair",
]


def about_somebody(name: str) -> logging.LogRecord:
    made = record("a player sat down")
    made.__dict__.update(about("seated", room="r1", name=name, seat=2))
    return made


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_name_stays_in_its_field(name: str) -> None:
    line = LineFormatter().format(about_somebody(name))
    assert line.isprintable()
    assert "a player sat down [seated] room=r1 name=" in line
    assert line.endswith(" seat=2")
    assert len(line) < 1500


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_an_object_of_the_log_holds_what_it_is_about(name: str) -> None:
    line = JsonFormatter().format(about_somebody(name))
    assert line.isascii()
    assert line.isprintable()
    entry = json.loads(line)
    assert entry.pop("at").endswith("+00:00")
    assert entry == {
        "level": "error",
        "logger": "server",
        "message": "a player sat down",
        "event": "seated",
        "room": "r1",
        "name": name[:LONGEST_FIELD],
        "seat": 2,
    }


def test_a_field_cannot_pretend_to_be_the_entry() -> None:
    made = record("said")
    made.__dict__.update(about("said", level="none", message="none"))
    entry = json.loads(JsonFormatter().format(made))
    assert (entry["level"], entry["message"]) == ("error", "said")


def raised() -> Exception:
    try:
        int("broken\n2026-01-01 ERROR server: fake\x1b[31m")
    except ValueError as error:
        return error
    raise AssertionError


def test_a_bug_of_ours_is_told_with_a_traceback_that_looks_like_no_entry() -> None:
    first, *trace = LineFormatter().format(record("a room failed", raised())).split("\n")
    assert first.endswith("a room failed")
    assert any("test_logs.py" in line for line in trace)
    assert all(line.startswith("    ") and line.isprintable() for line in trace)


def test_a_bug_of_ours_is_one_object() -> None:
    line = JsonFormatter().format(record("a room failed", raised()))
    assert "\n" not in line
    assert "ValueError: invalid literal" in json.loads(line)["trace"]


async def test_what_players_send_over_the_wire_breaks_no_line_and_no_token_is_logged(tmp_path: Path) -> None:
    data = tmp_path / "data"
    flags = ("--log", "json", "--log-level", "debug")
    async with server_process(data, 0, *flags) as server, client_at(server.address) as client:
        tokens = [(data / "metrics.token").read_text().strip()]
        for name in HOSTILE[:6]:
            text = name[:64]
            await client.join(text, text)
            made = await client.create(replace(a_room(say.YOU, "greedy", map_id="core"), name=text))
            if isinstance(made, say.Seated):
                tokens.append(made.token)
        assert len(tokens) > 1
        assert await server.stop() == 0
    text = server.errors.read_text()
    entries = [json.loads(line) for line in text.splitlines()]
    assert {"room_made"} <= {entry.get("event") for entry in entries}
    assert all({"at", "level", "logger", "message"} <= entry.keys() for entry in entries)
    assert not [token for token in tokens if token in text]
