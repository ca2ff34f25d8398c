"""Where landmarks make sense: one of each kind, in the district that has most reason for it."""

from collections.abc import Callable, Sequence
from typing import Final

from msgspec.structs import replace

from game.maps.generating.canvas import Canvas, Cell
from game.rules.city import City, DistrictPlan

_Reason = Callable[[DistrictPlan, int], int]
"""How much a district wants a landmark; the second is its distance from the middle, squared."""

_REASONS: Final[dict[str, _Reason]] = {
    "council_dome": lambda _plan, far: -far,
    "transit_hub": lambda plan, _far: len(plan.links),
    "gala_hall": lambda plan, _far: 10 * int(plan.wealth) + plan.population,
    "holo_plaza": lambda plan, _far: plan.lean,
    "clinic_campus": lambda plan, _far: -plan.need,
    "smile_commons": lambda plan, _far: -abs(plan.lean),
}


def with_landmarks(city: City, middles: Sequence[Cell], canvas: Canvas) -> City:
    """The city with its landmarks. In a symmetric city every part has the same ones; no start has any."""
    plans = list(city.districts)
    own = len(plans) // canvas.copies
    free = set(range(own)) - {start.district % own for start in city.starts}
    for kind, reason in _REASONS.items():
        if not free:
            break
        best = max(sorted(free), key=lambda n: reason(plans[n], _far(middles[n], canvas)))
        free.remove(best)
        for n in range(best, len(plans), own):
            plans[n] = replace(plans[n], landmark=kind)
    return replace(city, districts=tuple(plans))


def _far(middle: Cell, canvas: Canvas) -> int:
    return (middle[0] - canvas.middle) ** 2 + (middle[1] - canvas.middle) ** 2
