import pytest

from game.lab.seats import SeatsError, deal, dealing_order, no_people, one_of_you, parse_seats, sittings
from game.protocol.messages import SeatPlan
from game.rules.ids import FactionKey
from game.rules.state import Sitting

FACTIONS = ("ca", "occ", "sra")


def seats(text: str) -> list[str]:
    return [f"{plan.faction}:{plan.player}" for plan in parse_seats(text, FACTIONS, 4)]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("you,greedy,greedy", ["sra:you", "occ:greedy", "ca:greedy"]),
        ("sra:greedy,occ:random", ["sra:greedy", "occ:random"]),
        ("ca:you, open ,greedy", ["ca:you", "sra:open", "occ:greedy"]),
        ("any:you,sra:open", ["occ:you", "sra:open"]),
        ("sra:you,sra:greedy,greedy", ["sra:you", "sra:greedy", "occ:greedy"]),
        ("you,open,random,greedy", ["sra:you", "occ:open", "ca:random", "sra:greedy"]),
    ],
)
def test_seats_are_read_and_factions_dealt(text: str, read: list[str]) -> None:
    assert seats(text) == read


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "found 1, expected 2 to 4"),
        ("you", "found 1, expected 2 to 4"),
        ("you,open,open,open,open", "found 5, expected 2 to 4"),
        ("you,boss", "seat 2, 'boss': found player 'boss', expected one of you, open, random, greedy"),
        ("you,", "seat 2, '': found player ''"),
        ("xyz:you,open", "seat 1, 'xyz:you': found faction 'xyz', expected one of sra, occ, ca"),
        (":you,open", "found faction ''"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_mend(text: str, words: str) -> None:
    with pytest.raises(SeatsError) as refused:
        seats(text)
    assert words in str(refused.value)
    assert "Mend: " in str(refused.value)


def test_factions_beyond_the_first_three_follow_by_key() -> None:
    assert dealing_order(["zz", "ca", "aa", "sra"]) == ("sra", "ca", "aa", "zz")


def test_dealing_leaves_what_is_named() -> None:
    plans = (SeatPlan("occ", "you"), SeatPlan("occ", "open"))
    assert deal(plans, FACTIONS) == plans


def test_doubles_become_chapters() -> None:
    plans = (SeatPlan("sra", "you"), SeatPlan("occ", "open"), SeatPlan("sra", "greedy"))
    sra, occ = FactionKey("sra"), FactionKey("occ")
    assert sittings(plans) == (Sitting(sra, 1), Sitting(occ, 1), Sitting(sra, 2))


def test_the_laboratory_takes_computers_only() -> None:
    no_people((SeatPlan("sra", "random"), SeatPlan("occ", "greedy")))
    with pytest.raises(SeatsError, match="seat 2: found 'open'"):
        no_people((SeatPlan("sra", "random"), SeatPlan("occ", "open")))


def test_exactly_one_seat_is_yours() -> None:
    one_of_you((SeatPlan("sra", "you"), SeatPlan("occ", "open")))
    with pytest.raises(SeatsError, match="found 0"):
        one_of_you((SeatPlan("sra", "open"), SeatPlan("occ", "open")))
