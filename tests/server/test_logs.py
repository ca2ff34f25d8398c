import logging
import sys

from server.logs import MOST_A_MINUTE, CalmFilter, LineFormatter


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
