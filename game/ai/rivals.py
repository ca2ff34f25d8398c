"""What the others might well do: a cheap guess, made of what everybody sees."""

from collections.abc import Iterator, Sequence

from game.ai.options import pledges_in, present
from game.rules.board import Board
from game.rules.ids import District, Leader, Seat
from game.rules.orders import Campaign, Care, Festival, Forum, Led, Pledge, Slate, Unique
from game.rules.reach import in_reach
from game.rules.state import Public

OPEN_AT_ONCE = 3
"""So many Sanctuaries are in work before anybody thinks of another."""


def expected(board: Board, public: Public, seat: Seat, sites: Sequence[District] = ()) -> Slate:
    """Campaigns where its leaders stand, a forum where two stand together, and one pledge for a site in sight.

    The pledge asks for another's: nobody is expected to begin a Sanctuary alone.
    """
    slate: list[Led] = []
    verbs: dict[District, int] = {}
    for leader in present(board, public, seat):
        pledge = next(_pledges(board, public, leader, sites), None)
        if pledge is not None:
            slate.append(pledge)
            sites = ()
            continue
        here = public.leaders[leader]
        rank = verbs.get(here, 0)
        verbs[here] = rank + 1
        if rank < 2:
            slate.append((Campaign, Forum)[rank](leader, here))
    return tuple(slate)


def _pledges(board: Board, public: Public, leader: Leader, sites: Sequence[District]) -> Iterator[Pledge]:
    for site in sites:
        pledge = likely_pledge(board, public, leader, site)
        if pledge is not None:
            yield pledge


def likely_pledge(board: Board, public: Public, leader: Leader, site: District) -> Pledge | None:
    """What a leader in reach would give there if another gives too: its speciality, or what is missing most."""
    seat = board.leaders[leader].seat
    price = board.prices[seat]["pledge"].credits
    if public.seats[seat].credits < price or site not in in_reach(board, public, leader):
        return None
    missing = pledges_in(board, public, leader, site)
    whole = board.ruleset.sanctuary.parts * len(board.ruleset.part_kinds)
    if not missing or whole - _given(public, site) <= board.ruleset.pledge.parts_of_speciality:
        # The last parts are anybody's: who counts on the others here waits as they do.
        return None
    speciality = board.ruleset.part_kinds[board.speciality[seat]]
    found = public.districts[site].site
    given = found.parts if found is not None else (0,) * len(board.ruleset.part_kinds)
    kinds = board.ruleset.part_kinds
    best = min(missing, key=lambda pledge: (pledge.kind != speciality, given[kinds.index(pledge.kind)]))
    return Pledge(leader, site, best.kind, if_others=1)


def sites_in_sight(board: Board, public: Public) -> tuple[District, ...]:
    """The Sanctuaries in work, and last the place where the next would be begun; the same to everybody.

    First those near which two seats have leaders, then those to which most was given. The next is begun, if not
    too many are in work, where most seats are near, then where most people live.
    """
    near = _seats_near(board, public)
    begun = [d for d in _all(board) if _is_open(public, d)]
    begun.sort(key=lambda d: (near[d] < 2, -_given(public, d), d))
    if len(begun) >= OPEN_AT_ONCE:
        return tuple(begun)
    free = [d for d in _all(board) if _is_free(board, public, d)]
    following = max(free, key=lambda d: (near[d], board.population[d], -d), default=None)
    return tuple(begun) if following is None else (*begun, following)


def typical(board: Board, public: Public, seat: Seat) -> Slate:
    """A bit of everything where the leaders stand: what a law is weighed on."""
    slate: list[Led] = []
    verbs: tuple[type[Unique | Festival | Care | Forum], ...] = (Unique, Festival, Care, Forum)
    for verb, leader in zip(verbs, present(board, public, seat), strict=False):
        slate.append(verb(leader, public.leaders[leader]))
    return tuple(slate)


def _all(board: Board) -> list[District]:
    return [District(where) for where in range(board.districts)]


def _is_open(public: Public, district: District) -> bool:
    site = public.districts[district].site
    return site is not None and not site.finished


def _is_free(board: Board, public: Public, district: District) -> bool:
    here = public.districts[district]
    return here.site is None and here.unrest <= board.ruleset.sanctuary.most_unrest_to_begin


def _given(public: Public, district: District) -> int:
    site = public.districts[district].site
    return sum(site.parts) if site is not None else 0


def _seats_near(board: Board, public: Public) -> list[int]:
    """Per district how many seats have a leader in reach of it."""
    near: list[set[Seat]] = [set() for _ in range(board.districts)]
    for seat in board.all_seats:
        for leader in present(board, public, seat):
            for district in in_reach(board, public, leader):
                near[district].add(seat)
    return [len(seats) for seats in near]
