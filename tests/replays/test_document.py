import json
from functools import cache
from typing import Any

from game.replays.course import course_of
from game.replays.document import SHAPE, document
from tests.support.replays import replay


@cache
def made() -> Any:
    return json.loads(document(course_of(replay())))


def test_it_names_its_shape_and_the_match() -> None:
    assert (made()["shape"], made()["seed"]) == (SHAPE, 7)
    assert made()["header"]["seats"][0] == {"faction": "sra", "chapter": 1, "name": "Ada", "player": "person"}
    assert made()["districts"] == [plan.key for plan in replay().opening.match.city.districts]
    assert made()["chain"] == replay().chain.hex()


def test_every_turn_has_its_orders_its_ledger_and_what_stands_after_it() -> None:
    turns = made()["turns"]
    assert [turn["turn"] for turn in turns] == list(range(1, replay().end.turns + 1))
    first, played = turns[0], replay().turns[0]
    assert [len(orders) for orders in first["orders"]] == [len(slate) for slate in played.slates]
    assert all(" " in order for orders in first["orders"] for order in orders)
    assert len(first["ledger"]) == len(played.entries)
    assert (first["public_hash"], first["state_hash"]) == (played.public_hash.hex(), played.state_hash.hex())
    assert len(first["after"]["districts"]) == len(made()["districts"])


def test_what_is_an_array_in_the_file_has_names_here() -> None:
    assert {"need", "lean", "unrest", "support"} <= made()["opening"]["districts"][0].keys()
    kinds = {entry["kind"] for turn in made()["turns"] for entry in turn["ledger"]}
    assert {"paid", "pressed", "contested", "ended"} <= kinds
    pressed = next(e for e in made()["turns"][0]["ledger"] if e["kind"] == "pressed")
    assert {"seat", "leader", "district", "cause", "base", "factors", "amount"} <= pressed.keys()


def test_the_outcome_stands_at_the_end() -> None:
    outcome = replay().end.outcome
    assert made()["outcome"]["places"] == list(outcome.places)
    assert made()["outcome"]["ending"] == str(outcome.ending)
