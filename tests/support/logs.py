"""What a test's log says, written as the server writes it."""

import pytest

from server.logs import LineFormatter


def logged(caplog: pytest.LogCaptureFixture) -> str:
    """Every entry with its fields, a line each."""
    return "\n".join(LineFormatter().format(record) for record in caplog.records)
