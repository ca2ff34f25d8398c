import os
import sys
from pathlib import Path

import pytest

from server.memory import give_back


def resident() -> int:
    lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmRSS:"))


def test_giving_back_does_no_harm_anywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    give_back()
    monkeypatch.setattr(sys, "platform", "win32")
    give_back()


@pytest.mark.skipif(
    os.confstr("CS_GNU_LIBC_VERSION") is None if hasattr(os, "confstr") else True, reason="glibc's"
)
def test_what_was_kept_behind_small_things_is_given_back() -> None:
    large, small = [], []
    for _ in range(2000):
        large.append(os.urandom(24 * 1024))
        small.append(bytes(600))
    large.clear()
    before = resident()
    give_back()
    assert resident() < before - 20 * 2**20
    assert len(small) == 2000
