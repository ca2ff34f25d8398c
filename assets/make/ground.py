"""A piece of ground in isometric view: tile coordinates on the left, pixels of its canvas on the right."""

from canvas import Canvas, Ink, Point

TILE_WIDTH, TILE_HEIGHT = 64, 32
SHEET_HEIGHT = 160


class Ground(Canvas):
    """A canvas `span` tiles wide whose ground diamond stands at its foot.

    Tile x runs to the lower right, y to the lower left, both 0 at the middle; z is pixels upwards.
    """

    def __init__(self, span: int = 1, height: int = SHEET_HEIGHT, width: int | None = None) -> None:
        super().__init__(width or TILE_WIDTH * span, height)
        self.span = span
        self.middle: Point = (self.width / 2, height - TILE_HEIGHT * span / 2)

    def at(self, x: float, y: float, z: float = 0) -> Point:
        """The pixel of a place in tile units."""
        half = TILE_HEIGHT / 2
        return self.middle[0] + (x - y) * TILE_WIDTH / 2, self.middle[1] + (x + y) * half - z

    def slab(self, low: Point, high: Point, ink: Ink, z: float = 0) -> None:
        """Fill the rectangle between two tile corners at a height."""
        self.polygon(
            [
                self.at(low[0], low[1], z),
                self.at(high[0], low[1], z),
                self.at(high[0], high[1], z),
                self.at(low[0], high[1], z),
            ],
            ink,
        )

    def trace(self, places: list[tuple[float, float, float]], ink: Ink, width: float = 0.6) -> None:
        """Draw a line through places (x, y, z)."""
        self.line([self.at(*place) for place in places], ink, width)

    def lamp(self, place: tuple[float, float, float], ink: Ink, radius: float = 0.8) -> None:
        """Draw a dot at a place (x, y, z)."""
        self.ellipse(self.at(*place), (radius, radius), ink)
