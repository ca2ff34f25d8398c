from game.client.camera import camera_over
from game.client.city_layout import CityLayout
from game.client.geometry import Rect
from game.client.screens.city.places import neighbour, places_of, plate_spots, spread
from tests.support.rehearsals import core


def test_every_middle_lies_in_its_district_and_beside_no_landmark() -> None:
    loaded = core()
    layout = CityLayout(loaded.art)
    places = places_of(layout, len(loaded.city.districts))
    for district, place in enumerate(places):
        x, y = place.middle
        assert layout.district(int(x), int(y)) == district
        for px, py in place.plates:
            assert layout.district(int(px), int(py)) == district


def test_plates_cover_neither_each_other_nor_tokens() -> None:
    loaded = core()
    layout = CityLayout(loaded.art)
    places = places_of(layout, len(loaded.city.districts))
    camera = camera_over(layout.plane, Rect(0, 0, 1280, 720))
    tokens = [Rect.centred(*camera.at(*place.middle), 48, 60) for place in places]
    spots = plate_spots(camera, places, [(150, 29)] * len(places), tokens)
    plates = [Rect.centred(x, y, 150, 29) for x, y in spots]
    for number, plate in enumerate(plates):
        assert not any(plate.overlaps(other) for other in plates[number + 1 :])
        assert not any(plate.overlaps(token) for token in tokens)


def test_tokens_stand_around_the_middle() -> None:
    assert spread(1, 40) == (0,)
    assert spread(3, 40) == (-40, 0, 40)
    assert sum(spread(4, 44)) == 0


def test_a_neighbour_lies_in_the_direction() -> None:
    middles = [(100, 100), (200, 105), (100, 20), (0, 180)]
    assert neighbour(0, [1, 2, 3], middles, (1, 0)) == 1
    assert neighbour(0, [1, 2, 3], middles, (0, -1)) == 2
    assert neighbour(0, [1, 2], middles, (-1, 0)) is None
