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
    except (BaseExceptionGroup, *EXPECTED) as error:
        cause = _expected(error)
        if cause is None:
            raise
        if isinstance(cause, BrokenPipeError):
            # Whoever read the output went away, as `head` does; the commands' library ends quietly then.
            raise cause from None
        complain(str(cause))


def _expected(error: BaseException) -> BaseException | None:
    """The first thing the outside world did wrong; None if anything else is among it."""
    if not isinstance(error, BaseExceptionGroup):
        return error if isinstance(error, EXPECTED) else None
    causes = [_expected(one) for one in error.exceptions]
    return causes[0] if all(causes) else None
