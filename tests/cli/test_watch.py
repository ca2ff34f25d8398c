import pytest

from game.cli.table import MatchTable
from game.cli.watch import WatchError, watch
from game.lab.seats import parse_seats
from tests.support.cities import line_city


def table(seats: str, length: str = "short") -> MatchTable:
    return MatchTable(line_city(), parse_seats(seats, ("ca", "occ", "sra"), 3), length)


async def told(seats: str) -> list[str]:
    lines: list[str] = []
    await watch(table(seats), seed=4, delay=0, tell=lines.append)
    return lines


async def test_a_match_is_told_turn_by_turn() -> None:
    lines = await told("random,random,random")
    assert lines[0].startswith("Line: a match of sra:random, occ:random, ca:random, seed 4, over ws://")
    turns = [line.split(".")[0] for line in lines if line.startswith("Turn ")]
    assert turns == [f"Turn {number}" for number in range(1, len(turns) + 1)]
    assert lines[-1] == ""
    assert lines[-2].startswith(("The match ends.", "The city is sundered."))


async def test_the_story_does_not_depend_on_who_is_quicker() -> None:
    first, second = await told("random,random"), await told("random,random")
    assert first[1:] == second[1:]


async def test_what_the_server_refuses_is_said() -> None:
    with pytest.raises(WatchError, match="length"):
        await watch(table("random,random", "endless"), seed=4, delay=0, tell=lambda line: None)
