"""Nothing that tests start may speak to the network around it, and they share what there is one of."""

import fcntl
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ["NEO_SANCTUM_ANNOUNCE"] = "false"


@pytest.fixture
def alone_on_the_network() -> Iterator[None]:
    """Nobody else on this machine announces or looks for servers: there is one multicast group for all processes."""
    with (Path(tempfile.gettempdir()) / "neo-sanctum-tests.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
