"""The gate in a process of its own, with little memory and little time: for maps that came from a stranger."""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import msgspec

from game.maps.archive import check_archive
from game.maps.faults import Fault, Faults, MapRefused, Place
from game.maps.reader import check

SECONDS: Final = 10
"""How long a check may take; a hostile map is refused well within a second, a slow machine has its own idea of it."""

MEMORY: Final = 1 << 30
"""Bytes of address space; Python with what the gate imports takes a third of it."""


def check_apart(path: Path, seconds: float = SECONDS) -> None:
    """Check a map, a folder or a zip, in another process; what passes may be opened here.

    Raises `MapRefused` with what that process found, or with M023 where it ran out of time or memory.
    """
    command = [sys.executable, "-m", "game.maps.apart", str(path)]
    # What a process that is ended leaves unpacked goes with this folder.
    with TemporaryDirectory(prefix="neo-sanctum-apart-") as scratch:
        try:
            ended = subprocess.run(  # noqa: S603 - our own program
                command,
                capture_output=True,
                timeout=seconds,
                check=False,
                env={**os.environ, "TMPDIR": scratch},
            )
        except subprocess.TimeoutExpired:
            raise _exhausted(path, f"more than {seconds:g} seconds of work") from None
    if ended.returncode == _PASSED:
        return
    if ended.returncode == _REFUSED:
        raise MapRefused(msgspec.json.decode(ended.stdout, type=tuple[Fault, ...]))
    raise _exhausted(path, "more work or memory than a map may cost")


_PASSED, _REFUSED = 0, 3


def _exhausted(path: Path, found: str) -> MapRefused:
    return Faults().fatal("M023", Place(path.name), found, "a map of moderate size and depth")


def _limit() -> None:
    """Bound this process. Where the system knows no limits, the parent's patience is the only one."""
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def _main(path: Path) -> int:
    _limit()
    try:
        (check if path.is_dir() else check_archive)(path)
    except MapRefused as refused:
        sys.stdout.buffer.write(msgspec.json.encode(refused.faults))
        return _REFUSED
    return _PASSED


if __name__ == "__main__":
    sys.exit(_main(Path(sys.argv[1])))
