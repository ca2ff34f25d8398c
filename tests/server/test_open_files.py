import sys
from collections.abc import Iterator

import pytest

from server.open_files import WANTED, allow_many, may_be_open

if sys.platform == "win32":
    pytest.skip("there is no such limit", allow_module_level=True)

import resource


@pytest.fixture(autouse=True)
def _limit_as_it_was() -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    yield
    resource.setrlimit(resource.RLIMIT_NOFILE, before)


def test_a_low_limit_is_raised_as_far_as_the_system_lets_us() -> None:
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (256, hard))
    most = WANTED if hard == resource.RLIM_INFINITY else min(WANTED, hard)
    assert allow_many() == most
    assert resource.getrlimit(resource.RLIMIT_NOFILE) == (most, hard)


def test_a_limit_that_is_high_enough_stays() -> None:
    assert allow_many() == allow_many()


def test_what_may_be_open_is_what_the_system_says() -> None:
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (200, hard))
    assert may_be_open() == 200
