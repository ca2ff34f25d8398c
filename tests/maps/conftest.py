from pathlib import Path

import pytest

from tests.maps.workshop import Workshop


@pytest.fixture
def tiny(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path)
