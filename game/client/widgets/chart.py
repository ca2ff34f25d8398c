"""A chart of lines, one a faction, told apart by colour, stroke and marker."""

from collections.abc import Callable, Iterable

import msgspec

from game.client.geometry import Rect, Size
from game.client.look import Look
from game.client.scene.items import Fill, Item, Text
from game.client.scene.marks import ChartLine, Marker
from game.client.theme import Banner, Style, signs_of
from game.client.widgets.widget import Widget

LEFT = 46
RIGHT = 44


class Series(msgspec.Struct, frozen=True):
    """The values of one seat, from the first point on."""

    banner: Banner
    values: tuple[float, ...]


class ChartMark(msgspec.Struct, frozen=True):
    """A letter above a place on the axis (points count from 0; 2.5 is between two)."""

    place: float
    letter: str


class LineChart(Widget):
    """Series over a common axis with its own scale; `name_value` writes a figure, `zero` names the middle line."""

    def __init__(
        self,
        series: Iterable[Series],
        labels: Iterable[str],
        marks: Iterable[ChartMark] = (),
        *,
        zero: str = "0",
        name_value: Callable[[float], str] = "{:+.0f}".format,
    ) -> None:
        super().__init__()
        self._series, self._labels, self._marks = tuple(series), tuple(labels), tuple(marks)
        self._zero, self._name_value = zero, name_value

    def wanted(self, look: Look, width: int) -> Size:
        return Size(width, look.u(170))

    def paint(self, look: Look) -> Iterable[Item]:
        u = look.u
        head = u(22) if self._marks else u(6)
        foot = u(24) if self._labels else u(6)
        left, right = u(LEFT), u(RIGHT)
        plot = Rect(
            self.rect.x + left, self.rect.y + head, self.rect.w - left - right, self.rect.h - head - foot
        )
        low, high, step = scale_of([v for s in self._series for v in s.values])
        yield from self._grid(look, plot, (low, high, step))
        for mark in self._marks:
            yield from self._letter(look, plot, mark)
        for series in self._series:
            yield from self._curve(look, plot, series, (low, high))

    def _points(self) -> int:
        return max(2, max((len(s.values) for s in self._series), default=2))

    def _x(self, plot: Rect, place: float) -> float:
        return plot.x + plot.w * place / (self._points() - 1)

    def _grid(self, look: Look, plot: Rect, scale: tuple[float, float, float]) -> Iterable[Item]:
        palette, u = look.palette, look.u
        low, high, step = scale
        value = low
        while value <= high + step / 2:
            y = round(_y(plot, value, low, high))
            at_zero = abs(value) < step / 2
            yield Fill(
                Rect(plot.x - u(6), y, plot.w + u(12), u(1)), palette.line_strong if at_zero else palette.line
            )
            name = self._zero if at_zero else self._name_value(value)
            yield Text(plot.x - u(12), y, name, look.face(Style.KEY), palette.dim, "mr")
            value += step
        for place, label in enumerate(self._labels):
            x = round(self._x(plot, place))
            yield Text(x, plot.bottom + u(14), label, look.face(Style.STRONG_14), palette.soft, "c")

    def _letter(self, look: Look, plot: Rect, mark: ChartMark) -> Iterable[Item]:
        palette, u = look.palette, look.u
        x = round(self._x(plot, mark.place))
        yield Fill(Rect(x, plot.y - u(4), u(1), plot.h + u(4)), palette.faint)
        box = Rect.centred(x, plot.y - u(13), u(18), u(18))
        yield Fill(box, palette.attention, 255, u(4))
        yield Text(box.centre_x, box.centre_y, mark.letter, look.face(Style.STRONG_14), palette.ink, "c")

    def _curve(self, look: Look, plot: Rect, series: Series, span: tuple[float, float]) -> Iterable[Item]:
        u, colour = look.u, look.palette.of(series.banner)
        spots = tuple((self._x(plot, i), _y(plot, v, *span)) for i, v in enumerate(series.values))
        yield ChartLine(spots, colour, signs_of(series.banner).stroke, u(3))
        for x, y in spots:
            yield Marker(round(x), round(y), series.banner, u(5))
        if spots:
            x, y = spots[-1]
            words = self._name_value(series.values[-1])
            yield Text(round(x) + u(12), round(y), words, look.face(Style.STRONG_15), colour, "ml")


def scale_of(values: list[float]) -> tuple[float, float, float]:
    """Lowest and highest line of a scale that holds all values and 0, and the step between lines (1, 2, 5, 10, 20...)."""
    low, high = min([0.0, *values]), max([0.0, *values])
    span = max(high - low, 1.0)
    size = 1.0
    while size * 50 < span:
        size *= 10
    step = next(s for s in (size, 2 * size, 5 * size, 10 * size, 20 * size, 50 * size) if span / s <= 5)
    return low // step * step, max(step, -(-high // step) * step), step


def _y(plot: Rect, value: float, low: float, high: float) -> float:
    return plot.bottom - plot.h * (value - low) / (high - low) if high > low else plot.bottom
