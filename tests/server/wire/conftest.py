"""What is said of sockets holds in every loop a server may run in."""

import pytest

from tests.support.loops import Loops, loops


def pytest_asyncio_loop_factories(config: pytest.Config, item: pytest.Item) -> Loops:
    """See pytest-asyncio: every test that waits runs once in each."""
    return loops()
