"""What one seat may see, and how two views differ. Filter, then diff (rule 12).

A view is built from `Public`, which is the allow-list; nothing of `Secret` can enter it.
"""

import hashlib
from typing import Any, Final, TypeAlias

import msgspec
from msgspec import Struct
from msgspec.structs import astuple

from game.rules.ids import Seat
from game.rules.state import UNKNOWN, Public, State

Patch: TypeAlias = dict[int, Any]
"""What changed, by place: the patch of that part, or its new value; a new list stands in a list of one."""


SPECTATOR: Final = Seat(-1)
"""Whoever watches without a seat."""

_PLAIN: Final = frozenset({int, str, bool, type(None)})
"""Types whose values stand in MessagePack as they are."""

_COMPOSED: Final = (tuple, Struct)
"""Types whose values have parts."""

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
    return _diff(astuple(old), astuple(new))


def apply(old: View, patch: Patch) -> View:
    """The view after a patch made by `diff` from an equal `old`.

    Raises msgspec.ValidationError if the outcome is no view, TypeError or ValueError if the patch
    points nowhere.
    """
    return msgspec.convert(_apply(msgspec.to_builtins(old), patch), type=View)


def _diff(old: _Parts, new: _Parts) -> Patch:
    """The patch of parts that are as many before and after."""
    patch: Patch = {}
    for index, now in enumerate(new):
        was = old[index]
        # What a turn did not touch is mostly the same object, which is quicker told than that it is equal.
        if was is now:
            continue
        kind = type(now)
        if kind in _PLAIN:
            if was != now or type(was) is not kind:
                patch[index] = now
        elif kind is not type(was):
            patch[index] = _whole(now)
        elif kind is tuple:
            change = _diff(was, now) if len(was) == len(now) else _whole(now)
            if change:
                patch[index] = change
        elif issubclass(kind, Struct):
            change = _diff(astuple(was), astuple(now))
            if change:
                patch[index] = change
        elif was != now:
            patch[index] = _whole(now)
    return patch


def _whole(value: Any) -> Any:
    """A value as it stands in a patch that takes nothing over from what was there."""
    plain = msgspec.to_builtins(value)
    return [plain] if isinstance(value, _COMPOSED) else plain


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
