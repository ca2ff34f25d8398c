from pathlib import Path

import pytest

from game.content import ruleset
from game.resources import maps_folder
from server.library import read_library
from tests.support.servers import library


def test_the_shipped_maps_are_offered_with_their_seats() -> None:
    offers = read_library([maps_folder()]).offers()
    assert "core" in {offer.id for offer in offers}
    assert all(2 <= offer.seats <= 6 and offer.title for offer in offers)


def test_a_map_that_is_refused_is_left_out_and_named(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "map.tmx").write_text("<map>")
    assert read_library([tmp_path]).offers() == ()
    assert str(broken) in caplog.text


def test_a_room_is_played_with_the_ruleset_and_the_city_of_its_map() -> None:
    made = library()
    (offer,) = made.offers()
    content = made.content(offer.id)
    assert content is not None
    assert content.ruleset == ruleset()
    assert content.city.map_id == offer.id
    assert made.content("atlantis") is None
