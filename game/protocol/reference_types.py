"""Message types as tables in words, for the page that tells the protocol."""

import inspect
from collections.abc import Iterable, Iterator

import msgspec
from msgspec import inspect as shape

from game.protocol.packing import PackedLedger
from game.rules.ledger import Ledger

_SIMPLE: dict[type[shape.Type], str] = {
    shape.BoolType: "true or false",
    shape.NoneType: "nil",
    shape.BytesType: "bytes",
    shape.AnyType: "anything",
}


def _struct(kind: type) -> shape.StructType:
    info = shape.type_info(kind)
    if not isinstance(info, shape.StructType):
        raise TypeError(f"{kind} is no message")
    return info


def section(kind: type) -> Iterator[str]:
    """A message or what stands inside one: its heading, what it says of itself, and its fields."""
    info = _struct(kind)
    tag = f" `{info.tag}`" if info.tag is not None else ""
    array = " (array)" if info.array_like else ""
    yield f"### {kind.__name__}{tag}{array}\n"
    yield f"{inspect.cleandoc(kind.__doc__ or '')}\n"
    if info.fields:
        yield f"| {'place | ' if info.array_like else ''}field | type | default |"
        yield f"|---|---|---|{'---|' if info.array_like else ''}"
        yield from _rows(info)
        yield ""


def _rows(info: shape.StructType) -> Iterator[str]:
    """Of an array with the place of each field, by which a patch names it; a tag has place 0."""
    first = 0 if info.tag is None else 1
    for place, field in enumerate(info.fields, start=first):
        yield f"| {place} {_row(field)}" if info.array_like else _row(field)


def _row(field: shape.Field) -> str:
    default = "" if field.required else f"`{_default(field)}`"
    return f"| `{field.encode_name}` | {words_of(field.type)} | {default} |"


def _default(field: shape.Field) -> str:
    value = field.default if field.default is not msgspec.NODEFAULT else field.default_factory()
    return msgspec.json.encode(value).decode()


def words_of(info: shape.Type) -> str:
    """A type in words, with links to what has a section."""
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
            return f"array of {words_of(info.item_type)}" + _limits(
                info.min_length, info.max_length, " items"
            )
        case shape.TupleType():
            return "array of exactly " + ", ".join(words_of(item) for item in info.item_types)
        case shape.DictType():
            return f"map from {words_of(info.key_type)} to {words_of(info.value_type)}"
        case shape.UnionType():
            return " or ".join(words_of(item) for item in info.types)
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


def inner(told: Iterable[type]) -> list[type]:
    """Every struct inside those that are told already, in the order a reader meets them."""
    outer = set(told)
    found: dict[type, None] = {}
    queue: list[shape.Type] = [shape.type_info(kind) for kind in told]
    while queue:
        info = queue.pop(0)
        if isinstance(info, shape.StructType):
            if info.cls in found:
                continue
            if info.cls not in outer:
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
