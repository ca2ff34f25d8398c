"""What is said of sockets holds in both loops: the standard one, and uvloop where it exists."""

import asyncio
from collections.abc import Callable

import pytest

Loops = dict[str, Callable[[], asyncio.AbstractEventLoop]]


def _loops() -> Loops:
    try:
        import uvloop
    except ImportError:  # not on every platform
        return {"asyncio": asyncio.new_event_loop}
    return {"asyncio": asyncio.new_event_loop, "uvloop": uvloop.new_event_loop}


def pytest_asyncio_loop_factories(config: pytest.Config, item: pytest.Item) -> Loops:
    """See pytest-asyncio: every test that waits runs once in each."""
    return _loops()
