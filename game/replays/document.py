"""A replay as a JSON document, for programs that know nothing of this game's types."""

import json
from typing import Any, Final

from msgspec import Struct

from game.replays.course import Course
from game.rules.notation import order_text
from game.rules.orders import Slate

SHAPE: Final = 1
"""The version of the document's shape, which `docs/replays.md` describes."""


def document(course: Course) -> bytes:
    """The document, indented; orders are lines of text, entries of the ledger maps with their kind."""
    replay = course.replay
    whole = {
        "shape": SHAPE,
        "header": _named(replay.header),
        "seed": replay.opening.seed,
        "chain": replay.chain.hex(),
        "districts": [plan.key for plan in course.board.city.districts],
        "leaders": [{"key": plan.key, "seat": plan.seat} for plan in course.board.leaders],
        "opening": _named(replay.opening.public),
        "turns": [_turn(course, number) for number in range(len(replay.turns))],
        "outcome": _named(replay.end.outcome),
    }
    return json.dumps(whole, ensure_ascii=False, indent=1).encode() + b"\n"


def _turn(course: Course, number: int) -> dict[str, Any]:
    played = course.replay.turns[number]
    return {
        "turn": played.turn,
        "agreed": played.agreed,
        "orders": [_orders(course, slate) for slate in played.slates],
        "ledger": [_named(entry) for entry in played.entries],
        "after": _named(course.publics[number + 1]),
        "public_hash": played.public_hash.hex(),
        "state_hash": played.state_hash.hex(),
    }


def _orders(course: Course, slate: Slate) -> list[str]:
    return [order_text(course.board, order) for order in slate]


def _named(value: Any) -> Any:
    """A struct as a map of its fields, those inside it too: what is an array in a replay has names here.

    `kind` says which entry of the ledger it is.
    """
    if isinstance(value, Struct):
        tag = value.__struct_config__.tag
        kind = {"kind": tag} if tag is not None else {}
        return kind | {name: _named(getattr(value, name)) for name in value.__struct_fields__}
    if isinstance(value, tuple | list):
        return [_named(item) for item in value]
    return value
