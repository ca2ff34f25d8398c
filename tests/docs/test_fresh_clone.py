"""On a machine with only Python and make, a fresh clone plays with one command and stays clean."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = [pytest.mark.docs, pytest.mark.slow]


def run(folder, *command, **variables):
    """Run a command in a bare environment without a display; what is installed is not compiled ahead of its use."""
    bare = {name: os.environ[name] for name in os.environ if name.startswith(("PIP_", "PATH", "LANG", "SSL"))}
    home = folder.parent / "home"
    home.mkdir(exist_ok=True)
    return subprocess.run(
        command,
        cwd=folder,
        env={**bare, "HOME": str(home), "PIP_NO_COMPILE": "1", **variables},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=500,
        check=False,
    )


@pytest.fixture(scope="module")
def clone(tmp_path_factory):
    if not (ROOT / ".git").exists() or shutil.which("git") is None:
        pytest.skip("no git checkout to clone")
    folder = tmp_path_factory.mktemp("fresh") / "neo-sanctum"
    subprocess.run(["git", "clone", "--quiet", "--depth", "1", f"file://{ROOT}", str(folder)], check=True)
    return folder


def test_make_play_works_alone_and_leaves_the_tree_clean(clone):
    first = run(clone, "make", "play")
    assert first.returncode == 0, first.stdout[-2000:] + first.stderr[-2000:]
    assert "display" in first.stdout + first.stderr
    assert "Gala" in first.stdout
    status = run(clone, "git", "status", "--porcelain")
    assert status.stdout == ""
    second = run(clone, "make", "--dry-run", "play")
    assert "pip install" not in second.stdout


def test_make_test_is_ready_to_run(clone):
    dry = run(clone, "make", "--dry-run", "test")
    assert dry.returncode == 0
    assert "pytest" in dry.stdout


def test_a_missing_venv_module_is_named_with_the_package_to_install(tmp_path):
    fake = tmp_path / "python3"
    fake.write_text('#!/bin/sh\ncase "$*" in *ensurepip*) exit 1;; esac\nexit 0\n')
    fake.chmod(0o755)
    bare = tmp_path / "bare"
    bare.mkdir()
    shutil.copy(ROOT / "Makefile", bare)
    shutil.copy(ROOT / "pyproject.toml", bare)
    tried = run(bare, "make", f"PYTHON={fake}", "play")
    assert tried.returncode != 0
    assert "apt-get install python3-venv" in tried.stdout + tried.stderr
