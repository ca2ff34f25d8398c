import pytest
from msgspec.structs import replace

from game.client.geometry import Rect
from game.client.screens.results.banner import MURAL, covering, mural_of, rating_parts, shade
from game.client.widgets.richtext import SignSpan
from game.protocol.messages import Rating
from game.resources import asset
from game.rules.state import Ending, Outcome
from tests.support.looks import look
from tests.support.records import calm, stormy
from tests.support.saying import say


def test_the_mural_is_the_winners() -> None:
    record = calm()
    faction = record.banner(record.winners[0]).faction
    shared = replace(record, public=replace(record.public, outcome=Outcome(Ending.PLAYED, (1, 1, 3))))
    assert mural_of(record) == f"mural/mural-{faction}.webp"
    assert mural_of(shared) == "mural/mural.webp"
    assert mural_of(stormy()) == "mural/mural-sundered.webp"


@pytest.mark.parametrize(("after", "sign", "ink"), [(1510, "up", "go"), (1490, "down", "loss")])
def test_a_rating_that_rose_points_up(after: int, sign: str, ink: str) -> None:
    parts = rating_parts(Rating("free", 1500, 90, 3), Rating("free", after, 80, 4), say)
    assert parts[0] == SignSpan(sign, ink)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["mural", "mural-sra", "mural-occ", "mural-ca", "mural-sundered"])
def test_every_mural_ships(name: str) -> None:
    assert asset("mural", f"{name}.webp").is_file()


@pytest.mark.parametrize("rect", [Rect(0, 0, 1280, 172), Rect(0, 0, 853, 172), Rect(5, 7, 1920, 400)])
def test_a_mural_covers_the_banner_and_keeps_its_shape(rect: Rect) -> None:
    place = covering(rect, MURAL)
    assert place.intersection(rect) == rect
    assert abs(place.w * MURAL[1] - place.h * MURAL[0]) <= max(MURAL)


def test_the_shade_ends_where_it_should() -> None:
    strips = list(shade(look(), Rect(0, 0, 1000, 100), 400))
    alphas = [strip.alpha for strip in strips]  # type: ignore[attr-defined]
    assert alphas == sorted(alphas, reverse=True)
    assert max(strip.rect.x for strip in strips) < 400  # type: ignore[attr-defined]
