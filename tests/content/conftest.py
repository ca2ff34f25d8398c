import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from tests.content.copies import Copy


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    """A copy of the shipped content that a test may spoil."""
    source = Path(str(files("game.content")))
    ignored = shutil.ignore_patterns("*.py", "__pycache__")
    return Copy(Path(shutil.copytree(source, tmp_path / "content", ignore=ignored)))
