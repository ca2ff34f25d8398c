"""The art scripts are run as files; their tables are read here under the same bare names."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "assets" / "make"))


@pytest.fixture
def assets() -> Path:
    """The folder of the committed assets."""
    return ROOT / "assets"


@pytest.fixture
def core() -> Path:
    """The folder of the city that carries the tilesets."""
    return ROOT / "maps" / "core"
