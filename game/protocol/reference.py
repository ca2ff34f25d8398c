"""Writes `docs/protocol.md` from the message types, so that the page cannot drift from the code.

Run `python -m game.protocol.reference > docs/protocol.md`.
"""

import inspect
import sys
from collections.abc import Iterable, Iterator
from typing import Any, get_args

import msgspec
from msgspec import inspect as shape

from game.protocol import limits, messages
from game.protocol.packing import PackedLedger
from game.protocol.refusals import ALL_CODES
from game.rules.ledger import Ledger

_INTRODUCTION = f"""# The protocol `{messages.SUBPROTOCOL}`

Generated from the message types by `python -m game.protocol.reference`; do not edit.

One websocket with the subprotocol `{messages.SUBPROTOCOL}`, without compression. Every frame is binary and
holds exactly one MessagePack value without ext types. An envelope is a map whose field `t` names the
message; fields that have a default may be left out, unknown fields are refused. What is marked *array* is
an array of its fields in the order given, with its tag, where it has one, in front.

- A client's first message is `hello`, at most {limits.MOST_BYTES_BEFORE_HELLO} bytes and within 5 seconds. Later ones have at most
  {limits.MOST_BYTES_UP} bytes, are nested at most {limits.MOST_DEPTH_UP} deep and hold at most {limits.MOST_VALUES_UP}
  values, keys included; 20 a second, 40 at once.
- Commands are numbered by the client from 1. Each gets exactly one answer: `done`, `declined`, `room_list`,
  `seated` or `map_part`, whose `re` is the command's `id`. After a drop a client sends what has no answer again, under
  the same ids and the same `key`; the same id with the same act gets the same answer, with another act
  `id_reused`.
- A command that changes a room is answered once it is on the server's disk.
- Updates of a room are numbered from 1 without a gap. A client that sees one, or whose view does not have
  the hash that the update names, sends one `resume` and waits for `begin`.
- A patch is a map from the place in an array to the patch of that part, or to an array with the one new
  value. It is applied to the view before it. The hash is the SHA-256 of the public view as MessagePack.
"""

_LEDGERS = f"""What a turn changed and why, in its order: {{entries}}. It travels as bytes, the zlib stream (RFC 1950)
of its MessagePack, of at most {limits.MOST_BYTES_OF_LEDGER} bytes once unpacked. A client that only plays need not look
into it: the patch says all that is so after the turn.
"""

_GROUPS: tuple[tuple[str, Any], ...] = (
    ("From client to server", messages.Upward),
    ("What a command can ask", messages.Act),
    ("Answers", messages.Answer),
    ("What the server says unasked", messages.Notice),
)

_SIMPLE: dict[type[shape.Type], str] = {
    shape.BoolType: "true or false",
    shape.NoneType: "nil",
    shape.BytesType: "bytes",
    shape.AnyType: "anything",
}


def page() -> str:
    """The whole page."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    yield _INTRODUCTION
    told: set[type] = set()
    for title, union in _GROUPS:
        yield f"## {title}\n"
        for kind in get_args(union):
            told.add(kind)
            yield from _section(kind)
    yield "## What is inside\n"
    yield "### Ledgers\n"
    yield _LEDGERS.format(entries=_words(shape.type_info(Ledger)))
    for kind in _inner(told):
        yield from _section(kind)
    yield "## Codes of refusals\n"
    yield from (f"- `{code}`" for code in sorted(ALL_CODES))
    yield ""


def _struct(kind: type) -> shape.StructType:
    info = shape.type_info(kind)
    if not isinstance(info, shape.StructType):
        raise TypeError(f"{kind} is no message")
    return info


def _section(kind: type) -> Iterator[str]:
    info = _struct(kind)
    tag = f" `{info.tag}`" if info.tag is not None else ""
    array = " (array)" if info.array_like else ""
    yield f"### {kind.__name__}{tag}{array}\n"
    yield f"{inspect.cleandoc(kind.__doc__ or '')}\n"
    if info.fields:
        yield "| field | type | default |"
        yield "|---|---|---|"
        yield from (_row(field) for field in info.fields)
        yield ""


def _row(field: shape.Field) -> str:
    default = "" if field.required else f"`{_default(field)}`"
    return f"| `{field.encode_name}` | {_words(field.type)} | {default} |"


def _default(field: shape.Field) -> str:
    value = field.default if field.default is not msgspec.NODEFAULT else field.default_factory()
    return msgspec.json.encode(value).decode()


def _words(info: shape.Type) -> str:
    match info:
        case shape.IntType():
            return "integer" + _limits(info.ge, info.le)
        case shape.StrType():
            return "text" + _limits(info.min_length, info.max_length, " characters")
        case _:
            return _SIMPLE.get(type(info)) or _compound(info)


def _compound(info: shape.Type) -> str:
    match info:
        case shape.StructType():
            return f"[{info.cls.__name__}](#{_anchor(info)})"
        case shape.EnumType():
            return "one of " + ", ".join(f"`{item.value}`" for item in info.cls)
        case shape.LiteralType():
            return "one of " + ", ".join(sorted(f"`{value}`" for value in info.values))
        case _:
            return _container(info)


def _container(info: shape.Type) -> str:
    match info:
        case shape.VarTupleType():
            return f"array of {_words(info.item_type)}" + _limits(info.min_length, info.max_length, " items")
        case shape.TupleType():
            return "array of exactly " + ", ".join(_words(item) for item in info.item_types)
        case shape.DictType():
            return f"map from {_words(info.key_type)} to {_words(info.value_type)}"
        case shape.UnionType():
            return " or ".join(_words(item) for item in info.types)
        case shape.CustomType() if info.cls is PackedLedger:
            return "bytes, a packed [ledger](#ledgers)"
        case _:
            raise TypeError(f"the reference has no words for {info}")


def _anchor(info: shape.StructType) -> str:
    tag = f"-{info.tag}" if info.tag is not None else ""
    return f"{info.cls.__name__}{tag}{'-array' if info.array_like else ''}".lower()


def _limits(least: int | None, most: int | None, unit: str = "") -> str:
    if least is None and most is None:
        return ""
    return f", {'' if least is None else least}..{'' if most is None else most}{unit}"


def _inner(told: set[type]) -> list[type]:
    """Every struct inside the messages, in the order a reader meets them."""
    found: dict[type, None] = {}
    queue: list[shape.Type] = [shape.type_info(kind) for _, union in _GROUPS for kind in get_args(union)]
    while queue:
        info = queue.pop(0)
        if isinstance(info, shape.StructType):
            if info.cls in found:
                continue
            if info.cls not in told:
                found[info.cls] = None
            queue += [field.type for field in info.fields if _is_new(field.type, found)]
        else:
            queue += _parts(info)
    return list(found)


def _is_new(info: shape.Type, found: Iterable[type]) -> bool:
    return not isinstance(info, shape.StructType) or info.cls not in found


def _parts(info: shape.Type) -> list[shape.Type]:
    match info:
        case shape.VarTupleType():
            return [info.item_type]
        case shape.TupleType():
            return list(info.item_types)
        case shape.DictType():
            return [info.key_type, info.value_type]
        case shape.UnionType():
            return list(info.types)
        case shape.CustomType() if info.cls is PackedLedger:
            return [shape.type_info(Ledger)]
        case _:
            return []


if __name__ == "__main__":
    sys.stdout.write(page())
