from typing import Any

import pytest
from msgspec.structs import replace

from game.content import ruleset
from game.maps import check, find
from game.replays.codec import decode
from game.replays.course import course_of
from game.replays.errors import ReplayError
from game.replays.proof import Difference, prove
from game.replays.recording import Played, record
from game.replays.replay import Replay
from game.rules.ids import District, FactionKey, Leader
from game.rules.orders import NO_ORDERS, Campaign
from game.rules.setup import Setting
from game.rules.state import Sitting
from tests.support.cities import grid_city
from tests.support.matches import THREE
from tests.support.replays import occasion, played, replay

FOUR = (*THREE, Sitting(FactionKey("sra"), 2))


def with_turn(number: int, **changes: Any) -> Replay:
    found = replay()
    turns = list(found.turns)
    turns[number] = replace(turns[number], **changes)
    return replace(found, turns=tuple(turns))


def test_a_match_is_proved() -> None:
    proof = prove(replay())
    assert (proof.holds, proof.turns, proof.difference) == (True, replay().end.turns, None)
    assert proof.chain == replay().chain


@pytest.mark.parametrize("mode", sorted(ruleset().modes))
@pytest.mark.parametrize("temper", ["gentle", "harsh"])
def test_every_mode_is_proved(mode: str, temper: str) -> None:
    card = ruleset().modes[mode]
    city = grid_city(4) if card.map is None else check(find(card.map)).city
    seating = FOUR if card.team_size else THREE
    match, _, turns = played(city, seating, Setting(mode, temper), length=card.length or "short")
    found = decode([record(match, 7, turns, occasion(len(seating)))])
    assert prove(course_of(found).replay).holds


def test_an_end_by_agreement_is_proved() -> None:
    match, _, turns = played(turns=3)
    found = decode([record(match, 7, (*turns, Played((NO_ORDERS,) * 3, agreed=True)), occasion())])
    assert (len(found.turns), found.turns[-1].agreed) == (4, True)
    assert prove(course_of(found).replay).holds


@pytest.mark.parametrize("number", [0, 4])
def test_a_turn_that_comes_out_otherwise_is_named(number: int) -> None:
    turn = replay().turns[number]
    assert prove(with_turn(number, entries=turn.entries[1:])).difference == Difference(number + 1, "ledger")
    assert prove(with_turn(number, public_hash=b"h" * 32)).difference == Difference(number + 1, "public")
    assert prove(with_turn(number, state_hash=b"h" * 32)).difference == Difference(number + 1, "state")


def test_orders_that_were_not_given_are_found() -> None:
    silent = with_turn(0, slates=(NO_ORDERS,) * 3)
    assert prove(silent).difference == Difference(1, "ledger")


def test_orders_that_are_against_the_rules_are_found() -> None:
    cheat = Campaign(Leader(0), District(99))
    assert prove(with_turn(0, slates=((cheat,), (), ()))).difference == Difference(1, "slates")


def test_another_seed_is_found() -> None:
    found = replay()
    assert prove(replace(found, opening=replace(found.opening, seed=8))).difference == Difference(
        0, "opening"
    )


def test_other_rules_cannot_prove_it() -> None:
    found = replay()
    proof = prove(replace(found, header=replace(found.header, rules=found.header.rules + 1)))
    assert (proof.provable, proof.holds, proof.difference) == (False, False, None)


def test_no_turn_comes_after_the_end() -> None:
    found = replay()
    more = prove(replace(found, turns=(*found.turns, found.turns[-1])))
    assert more.difference == Difference(found.turns[-1].turn, "slates")


def test_a_match_the_rules_cannot_play_is_the_files_fault() -> None:
    found = replay()
    city = found.opening.match.city
    empty = replace(city, districts=tuple(replace(plan, population=0) for plan in city.districts))
    opening = replace(found.opening, match=replace(found.opening.match, city=empty))
    with pytest.raises(ReplayError):
        prove(replace(found, opening=opening))
