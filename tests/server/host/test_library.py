from pathlib import Path

import pytest

from game.content import ruleset
from game.maps.scenario import SCENARIO
from game.protocol import messages as say
from game.resources import maps_folder
from game.rules.cards import Mode
from server.host.library import Library, read_library
from server.room.content import Offered
from tests.support.cities import grid_city
from tests.support.servers import library
from tests.support.travel import DRAWN, draw, identity_of


def test_the_shipped_maps_are_offered_with_their_seats() -> None:
    offers = read_library([maps_folder()]).offers()
    assert "core" in {offer.id for offer in offers}
    assert all(2 <= offer.seats <= 6 and offer.title for offer in offers)


def test_maps_are_told_apart_and_found_by_their_package() -> None:
    made = read_library([maps_folder()])
    (offer,) = [offer for offer in made.offers() if offer.id == "core"]
    assert offer.identity == identity_of(maps_folder() / "core")
    assert offer.identity.package is not None
    assert made.sources[offer.identity.package] == maps_folder() / "core"
    content = made.content("core")
    assert content is not None
    assert content.identity == offer.identity


def test_what_was_offered_before_the_maps_were_told_apart_is_not_offered_again() -> None:
    city = grid_city()
    made = Library(ruleset(), {city.map_id: city}, ("greedy",))
    assert [offer.identity for offer in made.offers()] == [None]
    identity = say.MapIdentity("0" * 64, None, city.title, 1)
    made.tell_apart(city.map_id, identity, Path("somewhere"))
    assert [offer.identity for offer in made.offers()] == [identity]


def test_a_host_that_shares_no_maps_keeps_their_packages_to_itself() -> None:
    for offered in (Offered(share_maps=False), Offered(map_bytes=1)):
        made = read_library([maps_folder()], offered)
        assert not made.sources
        assert {offer.identity.package for offer in made.offers() if offer.identity is not None} == {None}


def test_of_two_maps_of_one_id_the_later_counts_with_all_that_belongs_to_it(tmp_path: Path) -> None:
    for number in (1, 2):
        draw(tmp_path / str(number), seed=number)
    made = read_library([tmp_path / "1", tmp_path / "2"])
    identity = identity_of(tmp_path / "2" / DRAWN)
    assert [offer.identity for offer in made.offers()] == [identity]
    assert list(made.sources.values()) == [tmp_path / "2" / DRAWN]


def test_a_map_that_is_refused_is_left_out_and_named(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "map.tmx").write_text("<map>")
    assert read_library([tmp_path]).offers() == ()
    assert str(broken) in caplog.text


def test_a_mode_is_offered_where_its_map_is() -> None:
    here = {offer.key: offer for offer in library().modes()}
    assert {"free", "teams", "common_cause"} <= set(here)
    assert all(offer.map is None for offer in here.values())
    offers = read_library([maps_folder()]).modes()
    shipped = {offer.key: offer for offer in offers if offer.key != SCENARIO}
    assert set(shipped) == set(ruleset().modes)
    assert {key for key, offer in shipped.items() if offer.map == "core"} == set(shipped) - set(here)
    assert shipped["teams"].team_size == 2


def test_a_host_can_offer_less() -> None:
    made = read_library([maps_folder()], Offered(("free",), ("harsh", "gentle"), "random"))
    assert [offer.key for offer in made.modes()] == ["free"]
    assert made.mode("teams", "core") is None
    assert made.tempers == tuple(key for key in ruleset().tempers if key != "standard")
    content = made.content("core")
    assert content is not None
    assert content.stand_in == "random"


def test_a_map_can_bring_a_mode_of_its_own() -> None:
    city = grid_city()
    own = Mode("scenario", together=True, map=city.map_id, length="short")
    cities, scenarios = {city.map_id: city}, {city.map_id: own}
    made = Library(ruleset(), cities, ("greedy",), scenarios=scenarios)
    assert say.ModeOffer("scenario", True, 0, True, city.map_id, "short") in made.modes()
    assert made.mode("scenario", city.map_id) is own
    assert made.mode("scenario", "elsewhere") is None
    content = made.content(city.map_id)
    assert content is not None
    assert (content.mode("scenario"), content.mode("free")) == (own, "free")
    fewer = Library(ruleset(), cities, ("greedy",), Offered(modes=("free",)), scenarios)
    assert [offer.key for offer in fewer.modes()] == ["free"]


def test_a_room_is_played_with_the_ruleset_and_the_city_of_its_map() -> None:
    made = library()
    (offer,) = made.offers()
    content = made.content(offer.id)
    assert content is not None
    assert content.ruleset == ruleset()
    assert content.city.map_id == offer.id
    assert made.content("atlantis") is None
