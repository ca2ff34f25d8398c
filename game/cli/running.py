"""Runs a coroutine for a command, so that what goes wrong is one line and Ctrl+C is no accident."""

import asyncio
from collections.abc import Coroutine
from typing import Any

from game.cli.complaint import complain, interrupted
from game.cli.watch import WatchError
from game.client.launcher import LaunchError
from game.lab.bot import BotError
from game.link.match_client import LinkClosedError

EXPECTED = (LaunchError, WatchError, BotError, LinkClosedError, OSError)


def run_async(work: Coroutine[Any, Any, None]) -> None:
    """Run to the end. What the outside world did wrong ends with status 2, Ctrl+C with 130."""
    try:
        asyncio.run(work)
    except KeyboardInterrupt:
        interrupted()
    except EXPECTED as error:
        complain(str(error))
    except BaseExceptionGroup as group:
        expected, other = group.split(EXPECTED)
        if expected is None or other is not None:
            raise
        complain(str(_first(expected)))


def _first(group: BaseExceptionGroup[BaseException]) -> BaseException:
    inner = group.exceptions[0]
    return _first(inner) if isinstance(inner, BaseExceptionGroup) else inner
