import itertools

import pytest
from msgspec.structs import replace

from game.link.address import is_code
from game.protocol.messages import OPEN, YOU, CreateRoom, SeatPlan
from game.protocol.refusals import Refusal, Refused
from server.host.library import Library
from server.host.lobby import setup_of
from server.room.content import Offered
from server.room.image import Setup
from tests.support.cities import grid_city
from tests.support.servers import a_room, library

LIBRARY = library()
HOSTS = ("hooks.example", "discord.com")
GOOD = a_room(YOU, OPEN, "greedy")


def draw(below: int) -> int:
    return below // 3


def test_a_room_that_is_possible_gets_an_id_and_a_code() -> None:
    setup = setup_of(GOOD, LIBRARY, draw)
    assert isinstance(setup, Setup)
    assert (setup.seed, setup.plans, setup.public) == (7, GOOD.seats, True)
    assert is_code(setup.code)
    assert setup.id


def test_without_a_seed_one_is_drawn() -> None:
    setup = setup_of(replace(GOOD, seed=None), LIBRARY, draw)
    assert isinstance(setup, Setup)
    assert (setup.seed, setup.seeded) == (2**63 // 3, False)


def test_a_room_whose_seed_was_chosen_says_so() -> None:
    setup = setup_of(GOOD, LIBRARY, draw)
    assert isinstance(setup, Setup)
    assert setup.seeded


def plans(*pairs: tuple[str, str]) -> tuple[SeatPlan, ...]:
    return tuple(itertools.starmap(SeatPlan, pairs))


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"map": "atlantis"}, Refused.UNKNOWN_MAP, "map"),
        ({"length": "endless"}, Refused.UNKNOWN_LENGTH, "length"),
        ({"timer": 4}, Refused.WRONG_TIMER, "timer"),
        ({"timer": 604_801}, Refused.WRONG_TIMER, "timer"),
        ({"name": " "}, Refused.BAD_NAME, "name"),
        ({"name": "a\nb\x00"}, Refused.BAD_NAME, "name"),
        ({"seats": plans(("any", OPEN), ("any", OPEN))}, Refused.ONE_SEAT_IS_YOURS, "seats"),
        ({"seats": plans(("any", YOU), ("any", YOU))}, Refused.ONE_SEAT_IS_YOURS, "seats"),
        ({"seats": plans(("any", YOU), ("pirates", OPEN))}, Refused.UNKNOWN_FACTION, "seats[1].faction"),
        ({"seats": plans(("any", YOU), ("any", "genius"))}, Refused.UNKNOWN_PLAYER, "seats[1].player"),
        ({"seats": plans(("any", YOU), *[("any", OPEN)] * 7)}, Refused.WRONG_SEAT_COUNT, "seats"),
        ({"mode": "chess"}, Refused.UNKNOWN_MODE, "mode"),
        ({"temper": "mild"}, Refused.UNKNOWN_TEMPER, "temper"),
        ({"teams": (0, 0, 1)}, Refused.NO_TEAMS, "teams"),
        ({"mode": "teams"}, Refused.WRONG_TEAMS, "teams"),
        ({"mode": "teams", "teams": (0, 1, 0)}, Refused.WRONG_TEAMS, "teams"),
        ({"mode": "gala_night"}, Refused.MODE_ELSEWHERE, "map"),
    ],
)
def test_what_is_wrong_is_named(change: dict[str, object], code: Refused, field: str) -> None:
    faults = setup_of(replace(GOOD, **change), LIBRARY, draw)
    assert isinstance(faults, tuple)
    assert [(fault.code, fault.field) for fault in faults] == [(code, field)]


TWO = replace(GOOD, seats=GOOD.seats[:2])


def test_where_two_play_a_computer_takes_a_third_seat_that_is_not_ranked() -> None:
    setup = setup_of(TWO, LIBRARY, draw)
    assert isinstance(setup, Setup)
    assert setup.plans == (*TWO.seats, SeatPlan("any", "greedy"))
    assert setup.unranked == (2,)


@pytest.mark.parametrize("act", [replace(TWO, neutral=False), GOOD])
def test_no_third_seat_where_none_is_wanted_or_more_play(act: CreateRoom) -> None:
    setup = setup_of(act, LIBRARY, draw)
    assert isinstance(setup, Setup)
    assert (setup.plans, setup.unranked) == (act.seats, ())


def test_neighbours_are_a_team_unless_teams_are_named() -> None:
    four = plans(("any", YOU), *[("any", OPEN)] * 3)
    library = Library(LIBRARY.rules, {"grid": grid_city(4)}, LIBRARY.levels)
    for teams in ((), (0, 1, 0, 1), (3, 3, 7, 7)):
        act = replace(GOOD, map="grid", seats=four, mode="teams", temper="harsh", teams=teams)
        setup = setup_of(act, library, draw)
        assert isinstance(setup, Setup), setup
        assert (setup.mode, setup.temper, setup.teams) == ("teams", "harsh", teams or (0, 0, 1, 1))
    wrong = setup_of(replace(GOOD, map="grid", seats=four, mode="teams", teams=(0, 0, 0, 1)), library, draw)
    assert isinstance(wrong, tuple)
    assert wrong[0].parameters == {"found": 4, "expected": 2}


def test_everything_that_is_wrong_is_named_at_once() -> None:
    faults = setup_of(replace(GOOD, map="x", length="y", timer=1), LIBRARY, draw)
    assert isinstance(faults, tuple)
    assert len(faults) == 3


def with_hosts() -> Library:
    plain = library()
    city = plain.city(a_room(YOU).map)
    assert city is not None
    return Library(plain.rules, {city.map_id: city}, plain.levels, Offered(webhook_hosts=HOSTS))


def made(url: str, books: Library) -> Setup | tuple[Refusal, ...]:
    return setup_of(replace(a_room(YOU, "greedy"), webhook=url), books, draw)


def test_a_room_is_made_with_a_webhook_where_its_host_is_allowed() -> None:
    setup = made("https://discord.com/api/1", with_hosts())
    assert isinstance(setup, Setup)
    assert setup.webhook == "https://discord.com/api/1"


def test_another_host_is_refused_with_those_that_are_allowed() -> None:
    (fault,) = made("https://evil.example/", with_hosts())  # type: ignore[misc]
    assert isinstance(fault, Refusal)
    assert (fault.code, fault.field) == (Refused.WRONG_WEBHOOK, "webhook")
    assert fault.parameters["known"] == "hooks.example, discord.com"


def test_a_server_that_names_no_host_allows_no_webhook() -> None:
    assert not isinstance(made("https://discord.com/api/1", library()), Setup)
    assert isinstance(made("", library()), Setup)
