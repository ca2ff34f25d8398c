"""The city a match is played in: what the rules know of a map, and nothing of how it looks."""

from msgspec import Struct

from game.rules.ids import District, Wealth


class DistrictPlan(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """A district as it stands before anybody plays (rule 3).

    `need` 0..100, `lean` -100 (Organic) .. 100 (Enhanced), `unrest` 0..10, `population` 1..12,
    `slots` 1..4, `quarter` 1..4. `links` names every district that can be walked to, ascending;
    links go both ways.
    """

    key: str
    title: str
    population: int
    wealth: Wealth
    need: int
    lean: int
    unrest: int
    slots: int
    quarter: int
    landmark: str | None
    links: tuple[District, ...]


class Start(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """Where a seat may begin. `seat` counts from 1 as on the map; `faction` is a key or `any`."""

    seat: int
    district: District
    faction: str


class City(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """A graph of districts with places to start, as a map tells it.

    `districts` is sorted by key, `starts` by seat; the graph is connected and links are symmetric.
    `turns` is the length of match the map asks for: 12, 24 or 36.
    """

    map_id: str
    title: str
    districts: tuple[DistrictPlan, ...]
    starts: tuple[Start, ...]
    turns: int
