"""Benches run in the suite, too, so that they go on working; what they measure is then made small."""

import pytest


@pytest.fixture(scope="session")
def measures(request: pytest.FixtureRequest) -> bool:
    """Whether something is measured (`make bench`), and not only tried."""
    return bool(request.config.getoption("benchmark_enable"))
