"""The tutorial of docs/modding.md, step after step in one empty folder, as its reader goes through it."""

import re
import shlex
import subprocess

import pytest

from game.maps.reference import renewed
from tests.docs.test_commands import ROOT, environment

PAGE = (ROOT / "docs" / "modding.md").read_text(encoding="utf-8")
STEPS = re.compile(r"^```bash\n(.*?)^```", re.MULTILINE | re.DOTALL)


def test_the_tables_follow_the_schema():
    assert renewed(PAGE) == PAGE, "docs/modding.md is out of date: make modding"


@pytest.mark.docs
@pytest.mark.slow
def test_every_step_works_in_its_order(tmp_path):
    steps = [line for block in STEPS.findall(PAGE) for line in block.splitlines() if line.strip()]
    assert len(steps) >= 12
    for step in steps:
        ended = subprocess.run(
            shlex.split(step),
            cwd=tmp_path,
            env=environment(tmp_path / "home"),
            capture_output=True,
            text=True,
            check=False,
            timeout=240,
        )
        assert ended.returncode == 0, f"{step}\n{ended.stdout}{ended.stderr}"
    assert {path.name for path in tmp_path.iterdir()} >= {
        "my-city",
        "salt-city",
        "my-city-1.0.0.zip",
        "fair.json",
    }
