"""The event loops a server may run in: the standard one, and uvloop where it exists."""

import asyncio
from collections.abc import Callable

import pytest

Loops = dict[str, Callable[[], asyncio.AbstractEventLoop]]


def loops() -> Loops:
    """How to make each, by name; the last is the one a server takes."""
    try:
        import uvloop
    except ImportError:  # not on every platform
        return {"asyncio": asyncio.new_event_loop}
    return {"asyncio": asyncio.new_event_loop, "uvloop": uvloop.new_event_loop}


in_one_loop = pytest.mark.asyncio(loop_factories=[list(loops())[-1]])
"""For what takes long, or runs the server in a process of its own: the loop a server takes is enough."""
