"""The looks of a small map for tests: 8 x 8 cells in four square districts, with the official tiles."""

from functools import lru_cache

from game import resources
from game.maps import MapArt, load
from game.maps.art import ArtLayer


@lru_cache
def core_art() -> MapArt:
    return load(resources.maps_folder() / "core").art


@lru_cache
def four_district_art() -> MapArt:
    core = core_art()
    ground = core.layers[0].rows[0][1]
    building = next(p for p, tile in enumerate(core.tiles) if tile.kind.startswith("tower"))
    rows = tuple(tuple(ground for _ in range(8)) for _ in range(8))
    towers = tuple(tuple(building if (x, y) in ((2, 2), (6, 6)) else -1 for x in range(8)) for y in range(8))
    districts = tuple(tuple(x // 4 + 2 * (y // 4) for x in range(8)) for y in range(8))
    outlines = tuple(
        ((x, y), (x + 4.0, y), (x + 4.0, y + 4.0), (x, y + 4.0)) for y in (0.0, 4.0) for x in (0.0, 4.0)
    )
    return MapArt(
        "isometric",
        8,
        8,
        64,
        32,
        core.tilesets,
        core.tiles,
        (ArtLayer("ground", rows), ArtLayer("buildings", towers)),
        districts,
        outlines,
        (),
    )
