import pygame
import pytest

from game.client.camera import Camera, camera_over
from game.client.city_layout import CHUNK, CityState, DistrictLook, plane_of
from game.client.draw.city import KEPT_CHUNKS, CityRenderer
from game.client.geometry import Rect
from game.client.theme import NEON, Banner
from tests.support.maps import core_art, four_district_art

pytestmark = pytest.mark.usefixtures("window")

SRA, OCC, CA = Banner("sra"), Banner("occ"), Banner("ca")
VIEW = Rect(0, 0, 640, 480)
PLAIN = CityState((DistrictLook(SRA), DistrictLook(OCC), DistrictLook(CA), DistrictLook()))


def setting() -> tuple[CityRenderer, Camera, pygame.Surface]:
    art = four_district_art()
    return CityRenderer(art, NEON), camera_over(plane_of(art), VIEW), pygame.Surface((640, 480))


def light(surface: pygame.Surface, at: tuple[int, int]) -> int:
    area = pygame.Rect(at[0] - 20, at[1] - 8, 40, 16)
    return sum(pygame.transform.average_color(surface, area)[:3])


def test_what_is_drawn_once_is_only_copied() -> None:
    renderer, camera, target = setting()
    assert renderer.draw(target, camera, PLAIN, 99)
    built = renderer.built
    renderer.draw(target, camera.panned(3, 5), PLAIN, 99)
    assert renderer.built == built


def test_out_of_reach_is_dim() -> None:
    renderer, camera, target = setting()
    renderer.draw(target, camera, PLAIN, 99)
    before = light(target, camera.at(6, 1))
    renderer.draw(target, camera, CityState(PLAIN.districts, frozenset({0})), 99)
    assert light(target, camera.at(6, 1)) < before * 0.6


def test_each_owner_contest_and_mode_looks_different() -> None:
    renderer, camera, target = setting()
    looks = [
        DistrictLook(SRA),
        DistrictLook(OCC),
        DistrictLook(SRA, OCC),
        DistrictLook(SRA, None, (255, 255, 0)),
    ]
    pictures = set()
    for look in looks:
        renderer.draw(target, camera, CityState((look, *PLAIN.districts[1:])), 99)
        pictures.add(pygame.image.tobytes(target, "RGB"))
    assert len(pictures) == len(looks)


def test_only_chunks_that_show_the_change_are_made_anew() -> None:
    art = core_art()
    renderer = CityRenderer(art, NEON)
    camera = camera_over(plane_of(art), Rect(0, 0, 1920, 1080), 1.5)
    target = pygame.Surface((1920, 1080))
    looks = tuple(DistrictLook(SRA) for _ in art.outlines)
    renderer.draw(target, camera, CityState(looks), 99)
    built = renderer.built
    renderer.draw(target, camera, CityState((DistrictLook(OCC), *looks[1:])), 99)
    assert 0 < renderer.built - built < built


def test_patience_spreads_the_work_over_frames() -> None:
    renderer, camera, target = setting()
    frames = 1
    while not renderer.draw(target, camera, PLAIN, 1):
        frames += 1
        assert renderer.built == frames - 1
    assert frames == renderer.built > 1


def test_a_selection_never_makes_more_than_two_chunks_in_a_frame() -> None:
    art = core_art()
    renderer = CityRenderer(art, NEON)
    camera = camera_over(plane_of(art), Rect(0, 0, 1920, 1080), 1.5)
    target = pygame.Surface((1920, 1080))
    looks = tuple(DistrictLook(SRA) for _ in art.outlines)
    renderer.draw(target, camera, CityState(looks), 99)
    lit = CityState(looks, frozenset({0, 1, 2}), 0)
    frames, done = 0, False
    while not done:
        built = renderer.built
        done = renderer.draw(target, camera, lit)
        frames += 1
        assert renderer.built - built <= 2
    assert frames > 1


def test_a_zoom_shows_the_stretched_city_until_it_is_sharp() -> None:
    renderer, camera, target = setting()
    renderer.draw(target, camera, PLAIN, 99)
    near = camera.zoomed(1, 320, 240)
    target.fill((0, 0, 0))
    assert not renderer.draw(target, near, PLAIN, 0)
    assert light(target, near.at(2, 2)) > 0
    assert renderer.draw(target, near, PLAIN, 99)


def test_looking_ahead_makes_one_chunk_at_a_time_until_moving_on_costs_nothing() -> None:
    renderer, camera, target = setting()
    renderer.draw(target, camera, PLAIN, 99)
    built = renderer.built
    assert not renderer.look_ahead(camera, PLAIN)
    assert renderer.built == built + 1
    while not renderer.look_ahead(camera, PLAIN):
        assert renderer.built <= KEPT_CHUNKS
    built = renderer.built
    renderer.draw(target, camera.panned(200, 100), PLAIN, 99)
    assert renderer.built == built


def test_nothing_is_drawn_outside_the_view() -> None:
    renderer, _, target = setting()
    target.fill((1, 2, 3))
    renderer.draw(target, camera_over(plane_of(renderer.art), Rect(100, 50, 200, 100)), PLAIN, 99)
    assert target.get_at((99, 60))[:3] == (1, 2, 3)
    assert target.get_at((300, 60))[:3] == (1, 2, 3)
    assert target.get_at((200, 100))[:3] != (1, 2, 3)


def test_no_more_chunks_are_kept_than_allowed() -> None:
    art = core_art()
    renderer = CityRenderer(art, NEON)
    plane, state = plane_of(art), CityState(tuple(DistrictLook() for _ in art.outlines))
    camera = Camera(plane, Rect(0, 0, 2 * CHUNK, CHUNK), 0, 0, 3)
    target = pygame.Surface((2 * CHUNK, CHUNK))
    for x in range(0, plane.width, 2 * CHUNK):
        for y in range(0, plane.height, CHUNK):
            renderer.draw(target, camera.panned(-x, -y), state, 99)
    assert len(renderer._chunks) <= KEPT_CHUNKS
