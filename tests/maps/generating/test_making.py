"""Cities drawn by rule: ordinary maps, whole, fair and the same again."""

import pytest

from game.maps import check
from game.maps.fairness import figures, spreads
from game.maps.generating import STYLES, Request, RequestError, generate
from game.maps.generating.making import drawings
from game.maps.generating.people import BOUND


def _files(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("style", STYLES)
def test_a_generated_map_passes_the_gate_without_a_warning(style, tmp_path):
    request = Request("drawn", seed=3, seats=3, style=style)
    sketch = generate(request, tmp_path / "drawn")
    checked = check(tmp_path / "drawn")
    assert checked.warnings == ()
    drawn = sorted(sketch.city.districts, key=lambda plan: plan.key)
    assert [plan.key for plan in checked.city.districts] == [plan.key for plan in drawn]
    for read, plan in zip(checked.city.districts, drawn, strict=True):
        theirs = {checked.city.districts[link].key for link in read.links}
        assert theirs == {sketch.city.districts[link].key for link in plan.links}
        assert (read.population, read.wealth, read.need, read.lean) == (
            plan.population,
            plan.wealth,
            plan.need,
            plan.lean,
        )
        assert (read.slots, read.quarter, read.landmark, read.unrest) == (
            plan.slots,
            plan.quarter,
            plan.landmark,
            plan.unrest,
        )


def test_the_same_request_makes_the_same_bytes(tmp_path):
    request = Request("drawn", seed=9, seats=4, style="islands")
    generate(request, tmp_path / "one")
    generate(request, tmp_path / "two")
    assert _files(tmp_path / "one") == _files(tmp_path / "two")


def test_another_seed_makes_another_city(tmp_path):
    generate(Request("drawn", seed=1), tmp_path / "one")
    generate(Request("drawn", seed=2), tmp_path / "two")
    assert _files(tmp_path / "one")["map.tmx"] != _files(tmp_path / "two")["map.tmx"]


@pytest.mark.parametrize("seats", [2, 4, 6])
def test_a_symmetric_city_repeats_its_part(seats, tmp_path):
    request = Request("drawn", seed=5, seats=seats, style="old-town", symmetric=True)
    sketch = generate(request, tmp_path / "drawn")
    own = len(sketch.city.districts) // request.copies
    for place, plan in enumerate(sketch.city.districts):
        first = sketch.city.districts[place % own]
        assert (plan.population, plan.wealth, plan.need, plan.landmark) == (
            first.population,
            first.wealth,
            first.need,
            first.landmark,
        )
    homes = {start.district % own for start in sketch.city.starts}
    assert len(homes) == seats // request.copies


@pytest.mark.slow
@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("seats", [2, 3, 4, 5, 6])
@pytest.mark.parametrize("seed", range(1, 9))
def test_two_hundred_cities_are_fair_and_pass_strictly(style, seats, seed, tmp_path):
    request = Request(
        "drawn", seed=seed, seats=seats, style=style, symmetric=seats % 2 == 0 and seed % 2 == 0
    )
    generate(request, tmp_path / "drawn")
    checked = check(tmp_path / "drawn")
    found = spreads(figures(checked.city))
    assert checked.warnings == ()
    assert len(checked.city.districts) == request.count
    assert max(found.near, found.share) <= BOUND


@pytest.mark.parametrize(
    ("request_", "named"),
    [
        (Request("No", seed=1), "id: found 'No'"),
        (Request("drawn", seed=1, seats=7), "seats: found 7"),
        (Request("drawn", seed=1, seats=3, districts=5), "districts: found 5, expected 9 to 28"),
        (Request("drawn", seed=1, style="lace"), "style: found 'lace'"),
        (Request("drawn", seed=1, seats=3, symmetric=True), "symmetric: found 3 seats"),
    ],
)
def test_a_request_that_cannot_be_is_refused_with_the_cause(request_, named, tmp_path):
    with pytest.raises(RequestError, match=named):
        generate(request_, tmp_path / "drawn")
    assert not (tmp_path / "drawn").exists()


def test_everything_wrong_is_told_at_once(tmp_path):
    with pytest.raises(RequestError) as caught:
        generate(Request("?", seed=1, seats=9, style="lace"), tmp_path / "drawn")
    assert len(str(caught.value).splitlines()) == 3


def test_a_folder_that_is_there_is_left_alone(tmp_path):
    (tmp_path / "drawn").mkdir()
    with pytest.raises(FileExistsError):
        generate(Request("drawn", seed=1), tmp_path / "drawn")
    assert list((tmp_path / "drawn").iterdir()) == []


def test_a_request_that_no_drawing_meets_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr("game.maps.generating.making.is_fair", lambda _: False)
    told = []
    request = Request("drawn", seed=1, seats=2, districts=8)
    with pytest.raises(RequestError, match="ask for another seed"):
        generate(request, tmp_path / "drawn", lambda *counts: told.append(counts))
    assert told[-1] == (len(told), len(told))
    assert len(list(drawings(request))) == len(told)


def test_what_cannot_be_written_whole_leaves_nothing(tmp_path, monkeypatch):
    def full(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("game.maps.generating.writing._write_map", full)
    with pytest.raises(KeyboardInterrupt):
        generate(Request("drawn", seed=1, seats=2), tmp_path / "drawn")
    assert list(tmp_path.iterdir()) == []
