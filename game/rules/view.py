"""What one seat may see, and how two views differ. Filter, then diff (rule 12).

A view is built from `Public`, which is the allow-list; nothing of `Secret` can enter it.
"""

import hashlib
from typing import Any, Final, TypeAlias

import msgspec
from msgspec import Struct

from game.rules.ids import Seat
from game.rules.state import UNKNOWN, Public, State

Patch: TypeAlias = dict[int, Any]
"""What changed, by place: the patch of that part, or its new value; a new list stands in a list of one."""


SPECTATOR: Final = Seat(-1)
"""Whoever watches without a seat."""

_PLAIN: Final = frozenset({int, str, bool, type(None)})
"""Types whose values stand in MessagePack as they are."""

_Parts: TypeAlias = tuple[Any, ...]


class View(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """A match as one seat sees it; -1 for a spectator. `mandates` are the viewer's own secret goals."""

    viewer: Seat
    public: Public
    mandates: tuple[str, ...] = ()


def view_of(state: State, seat: Seat) -> View:
    """What this seat may see of the state."""
    own = state.secret.mandates[seat] if 0 <= seat < len(state.secret.mandates) else ()
    return View(seat, state.public, own)


def state_of(public: Public) -> State:
    """A state to forecast with, rebuilt from what can be seen; its secret is empty."""
    return State(public, UNKNOWN)


def public_hash(public: Public) -> bytes:
    """SHA-256 of what everyone sees, 32 bytes; the same at every client of a match."""
    return hashlib.sha256(msgspec.msgpack.encode(public)).digest()


def state_hash(state: State) -> bytes:
    """SHA-256 of the whole state, 32 bytes; stays in journal and replay until the match is over."""
    return hashlib.sha256(msgspec.msgpack.encode(state)).digest()


def diff(old: View, new: View) -> Patch:
    """The patch that turns `old` into `new`; empty when they are equal."""
    return _diff(msgspec.structs.astuple(old), msgspec.structs.astuple(new))


def apply(old: View, patch: Patch) -> View:
    """The view after a patch made by `diff` from an equal `old`.

    Raises msgspec.ValidationError if the outcome is no view, TypeError or ValueError if the patch
    points nowhere.
    """
    return msgspec.convert(_apply(msgspec.to_builtins(old), patch), type=View)


def _diff(old: _Parts, new: _Parts) -> Patch:
    patch: Patch = {}
    for index, now in enumerate(new):
        was = old[index]
        # What a turn did not touch is mostly the same object, which is quicker told than that it is equal.
        if was is now or (type(was) is type(now) and was == now):
            continue
        if type(now) in _PLAIN:
            patch[index] = now
            continue
        parts, parts_before = _parts_of(now), _parts_of(was)
        if parts is None:
            patch[index] = msgspec.to_builtins(now)
        elif parts_before is not None and len(parts_before) == len(parts):
            patch[index] = _diff(parts_before, parts)
        else:
            patch[index] = [msgspec.to_builtins(now)]
    return patch


def _parts_of(value: Any) -> _Parts | None:
    """What a value is made of, as it stands in MessagePack; None for what has no parts."""
    if isinstance(value, tuple):
        return value
    return msgspec.structs.astuple(value) if isinstance(value, Struct) else None


def _apply(old: Any, patch: Patch) -> list[Any]:
    if not isinstance(old, list | tuple):
        raise TypeError(f"a patch goes into {old!r}, which has no parts; ask for a snapshot")
    new = list(old)
    for index, change in patch.items():
        if index not in range(len(new)):
            raise ValueError(f"a patch names part {index!r} of {len(new)}; ask for a snapshot")
        if isinstance(change, dict):
            new[index] = _apply(new[index], change)
        else:
            new[index] = change[0] if isinstance(change, list) else change
    return new
