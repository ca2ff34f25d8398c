"""The square a city is drawn on, and how its parts are turned around the middle."""

from collections.abc import Iterable, Iterator

Cell = tuple[int, int]
"""A tile's column and row."""


class Canvas:
    """A square of `side` tiles of which one part is drawn and the other `copies` - 1 are turned copies of it."""

    def __init__(self, side: int, copies: int) -> None:
        self.side = side
        self.copies = copies
        self.middle = side // 2

    def cells(self) -> Iterator[Cell]:
        """Every cell, row by row."""
        return ((x, y) for y in range(self.side) for x in range(self.side))

    def part(self) -> Iterator[Cell]:
        """The cells of the part that is drawn."""
        across = self.middle if self.copies == 4 else self.side
        down = self.side if self.copies == 1 else self.middle
        return ((x, y) for y in range(down) for x in range(across))

    def turned(self, cell: Cell) -> list[Cell]:
        """The cell and its copies, in the order of the parts."""
        if self.copies == 1:
            return [cell]
        last = self.side - 1
        if self.copies == 2:
            return [cell, (last - cell[0], last - cell[1])]
        turns = [cell]
        for _ in range(3):
            x, y = turns[-1]
            turns.append((last - y, x))
        return turns

    def around(self, cell: Cell) -> list[Cell]:
        """The up to four cells beside a cell."""
        x, y = cell
        beside = ((x + 1, y), (x, y + 1), (x - 1, y), (x, y - 1))
        return [(i, j) for i, j in beside if 0 <= i < self.side and 0 <= j < self.side]


def pieces(cells: Iterable[Cell], canvas: Canvas) -> list[list[Cell]]:
    """The cells in connected pieces, the largest first; a piece's cells from its first one outwards."""
    left = dict.fromkeys(cells)
    found = []
    while left:
        first = next(iter(left))
        del left[first]
        piece = [first]
        for cell in piece:
            for beside in canvas.around(cell):
                if beside in left:
                    del left[beside]
                    piece.append(beside)
        found.append(piece)
    return sorted(found, key=lambda piece: (-len(piece), piece[0]))
