"""Cities made by hand for tests of the rules: small, regular, easy to reason about."""

from game.rules.city import City, DistrictPlan, Start
from game.rules.ids import District, Wealth

NEED = (55, 40, 25)
LEAN = (-40, 0, 45)
UNREST = (3, 1, 0)

GRID_WEALTH = (0, 1, 2, 1, 0, 1, 0, 2, 1, 0, 2, 0, 1, 0, 2, 1)


def plan(
    index: int, wealth: int, links: tuple[int, ...], *, population: int = 5, quarter: int = 1
) -> DistrictPlan:
    """A district with the starting numbers of its wealth."""
    return DistrictPlan(
        key=f"d{index:02}",
        title=f"District {index}",
        population=population,
        wealth=Wealth(wealth),
        need=NEED[wealth],
        lean=LEAN[wealth],
        unrest=UNREST[wealth],
        slots=3 if population >= 6 else 2,
        quarter=quarter,
        landmark=None,
        links=tuple(District(link) for link in links),
    )


def line_city(wealth: tuple[int, ...] = (0, 1, 2, 1, 0)) -> City:
    """Five districts in a row, 0-1-2-3-4: underserved, mixed, affluent, mixed, underserved, or as asked for."""
    districts = tuple(
        plan(i, w, tuple(j for j in (i - 1, i + 1) if 0 <= j < 5), quarter=min(i, 3) + 1)
        for i, w in enumerate(wealth)
    )
    starts = (Start(1, District(0), "sra"), Start(2, District(2), "occ"), Start(3, District(4), "any"))
    return City("line", "Line", districts, starts, 24)


def grid_city(starts: int = 3) -> City:
    """Sixteen districts, four by four, linked to their neighbours; four quarters; up to six starts."""
    districts = []
    for i in range(16):
        x, y = i % 4, i // 4
        links = tuple(j for j in range(16) if abs(j % 4 - x) + abs(j // 4 - y) == 1)
        quarter = 1 + x // 2 + 2 * (y // 2)
        districts.append(plan(i, GRID_WEALTH[i], links, population=3 + (i * 5) % 7, quarter=quarter))
    places = ((4, "sra"), (2, "occ"), (15, "ca"), (13, "any"), (8, "any"), (0, "any"))
    given = tuple(
        Start(seat, District(where), faction) for seat, (where, faction) in enumerate(places[:starts], 1)
    )
    return City("grid", "Grid", tuple(districts), given, 24)


def large_city() -> City:
    """Twenty-eight districts, seven by four, linked to their neighbours; six starts open to any faction."""
    across, down = 7, 4
    districts = []
    for i in range(across * down):
        x, y = i % across, i // across
        near = ((x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1))
        links = tuple(sorted(a + across * b for a, b in near if 0 <= a < across and 0 <= b < down))
        quarter = 1 + x * 2 // across + 2 * (y // 2)
        districts.append(plan(i, GRID_WEALTH[i % 16], links, population=3 + (i * 5) % 7, quarter=quarter))
    starts = tuple(Start(seat + 1, District(at), "any") for seat, at in enumerate((0, 3, 6, 21, 24, 27)))
    return City("large", "Large", tuple(districts), starts, 24)
