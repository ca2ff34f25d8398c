"""Turn a picture into a mosaic of glass: uneven tiles of one colour each, dark grout between them."""

from dataclasses import dataclass

import numpy as np
from canvas import Plane
from numpy.typing import NDArray


@dataclass(frozen=True)
class Tiling:
    """For each pixel its tile, and the distance to that tile's edge and its place within it, in pixels."""

    owner: NDArray[np.int64]
    edge: Plane
    lift: Plane
    count: int


def tiling(size: tuple[int, int], cell: float, seed: int) -> Tiling:
    """Cut a (width, height) into the Voronoi cells of a jittered grid of `cell` pixels."""
    wide, high = size
    dice = np.random.default_rng(seed)
    columns, rows = int(wide / cell) + 3, int(high / cell) + 3
    across = ((np.arange(columns)[None, :] - 1 + dice.uniform(0.14, 0.86, (rows, columns))) * cell).astype(
        np.float32
    )
    down = ((np.arange(rows)[:, None] - 1 + dice.uniform(0.14, 0.86, (rows, columns))) * cell).astype(
        np.float32
    )
    y, x = np.mgrid[0:high, 0:wide].astype(np.float32)
    column, row = (x / cell).astype(np.int64) + 1, (y / cell).astype(np.int64) + 1
    nearest = np.full((high, wide), 1e9, np.float32)
    second, owner = nearest.copy(), np.zeros((high, wide), np.int64)
    for step_down in (-1, 0, 1):
        for step_across in (-1, 0, 1):
            i, j = np.clip(row + step_down, 0, rows - 1), np.clip(column + step_across, 0, columns - 1)
            distance = np.hypot(across[i, j] - x, down[i, j] - y)
            closer = distance < nearest
            second = np.where(closer, nearest, np.minimum(second, distance))
            owner = np.where(closer, i * columns + j, owner)
            nearest = np.where(closer, distance, nearest)
    lift = (down.ravel()[owner] - y) / np.float32(cell)
    return Tiling(owner, second - nearest, np.asarray(lift, np.float32), rows * columns)


def mosaic(source: Plane, tiles: Tiling, seed: int, grout: float = 2.6) -> Plane:
    """Give each tile the mean colour of its part of `source` (height, width, 3), varied a little, with a lit rim."""
    dice = np.random.default_rng(seed)
    flat = tiles.owner.ravel()
    number = np.bincount(flat, minlength=tiles.count).clip(1)
    vary = dice.uniform(0.84, 1.18, tiles.count)
    channels = [
        (np.bincount(flat, source[..., axis].ravel(), tiles.count) / number * vary)[tiles.owner]
        for axis in range(3)
    ]
    colours = np.stack(channels, axis=2)
    joint = np.clip(tiles.edge / grout, 0, 1)[..., None]
    shine = np.clip(tiles.lift, 0, 0.5)[..., None] * 44 - np.clip(-tiles.lift, 0, 0.5)[..., None] * 30
    return np.asarray((colours * 1.12 + shine) * (0.34 + 0.66 * joint), np.float32)
