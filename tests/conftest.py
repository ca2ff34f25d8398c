"""Nothing that tests start may speak to the network around it, they share what there is one of, and long ones begin."""

import fcntl
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# How long an example takes says more of the machine than of the code.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

os.environ["NEO_SANCTUM_ANNOUNCE"] = "false"

LONG = ("window", "docs", "slow")
"""Marks of long tests, the longest first."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let each worker begin with its share of the long tests, so that none is left alone with one at the end.

    Work is dealt in as many equal runs as there are workers, in order; who has done its own takes from the others.
    """
    workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "0"))
    if workers < 2:
        return
    long = sorted((item for item in items if _length(item) < len(LONG)), key=_length)
    short = [item for item in items if _length(item) == len(LONG)]
    left, dealt = len(items), list[pytest.Item]()
    for worker in range(workers):
        run = left // (workers - worker)
        own = long[worker::workers][:run]
        dealt += own + short[: run - len(own)]
        short = short[run - len(own) :]
        left -= run
    if len(dealt) == len(items):
        items[:] = dealt


def _length(item: pytest.Item) -> int:
    return next((n for n, mark in enumerate(LONG) if item.get_closest_marker(mark)), len(LONG))


@pytest.fixture
def alone_on_the_network() -> Iterator[None]:
    """Nobody else on this machine announces or looks for servers: there is one multicast group for all processes."""
    with (Path(tempfile.gettempdir()) / "neo-sanctum-tests.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
