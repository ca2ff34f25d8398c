import pygame

from game.client.draw.surfaces import SurfaceCache


def block() -> pygame.Surface:
    return pygame.Surface((10, 10), pygame.SRCALPHA)


def test_a_picture_is_made_once() -> None:
    made: list[int] = []

    def make() -> pygame.Surface:
        made.append(1)
        return block()

    cache = SurfaceCache(10_000)
    assert cache.get("a", make) is cache.get("a", make)
    assert made == [1]


def test_the_one_not_used_for_longest_goes_first() -> None:
    cache = SurfaceCache(1000)
    first = cache.get("a", block)
    cache.get("b", block)
    cache.get("a", block)
    cache.get("c", block)
    assert cache.bytes <= 1000
    assert len(cache) == 2
    assert cache.get("a", block) is first


def test_one_too_large_is_kept_alone_and_clearing_drops_all() -> None:
    cache = SurfaceCache(1)
    cache.get("a", block)
    cache.get("b", block)
    assert len(cache) == 1
    cache.clear()
    assert (len(cache), cache.bytes) == (0, 0)
