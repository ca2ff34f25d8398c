"""The session on the page, read as a stranger would: with JSON, MessagePack and SHA-256, and nothing of the game."""

import hashlib
import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgpack

from game.protocol.codec import Unreadable, decode_downward, decode_upward, encode
from game.protocol.example import example
from game.protocol.refusals import Refused

PAGE = (Path(__file__).parents[2] / "docs" / "protocol.md").read_text("utf-8")
SESSION = PAGE.partition("## A session\n")[2].partition("## Every message\n")[0]
BLOCK = re.compile(r"```(json)?\n(.*?)```", re.DOTALL)


def blocks() -> list[Any]:
    """What the session shows, in its order: JSON as values, frames as bytes."""
    return [
        json.loads(text.replace("\n", " ")) if kind else bytes.fromhex(text)
        for kind, text in BLOCK.findall(SESSION)
    ]


def patched(old: list[Any], patch: dict[str, Any]) -> list[Any]:
    """As the page says a patch is applied."""
    new = list(old)
    for place, change in patch.items():
        if isinstance(change, dict):
            new[int(place)] = patched(old[int(place)], change)
        else:
            new[int(place)] = change[0] if isinstance(change, list) else change
    return new


def test_every_frame_on_the_page_is_the_message_above_it() -> None:
    shown = blocks()
    frames = 0
    for above, frame in pairwise(shown):
        if isinstance(frame, bytes) and isinstance(above, dict):
            assert msgpack.unpackb(frame, strict_map_key=False) == above
            frames += 1
    assert frames >= 8


def test_the_patch_on_the_page_leads_to_the_hash_on_the_page() -> None:
    update = next(value for value in blocks() if isinstance(value, dict) and value["t"] == "update")
    before, after, packed = blocks()[-3:]
    assert patched([0, before, []], update["patch"])[1] == after
    assert msgpack.packb(after) == packed
    digest = hashlib.sha256(packed).hexdigest()
    assert update["public_hash"] == f"hex:{digest}"
    assert f"`{digest}`" in SESSION


def test_the_session_is_one_that_both_ends_take() -> None:
    for step in example().told:
        frame = msgpack.packb(msgpack.unpackb(encode(step.message), strict_map_key=False))
        heard = decode_upward(frame) if step.by_client else decode_downward(frame)
        assert not isinstance(heard, Unreadable)
        assert heard == step.message


def test_the_session_shows_a_refusal_with_its_mend() -> None:
    declined = next(value for value in blocks() if isinstance(value, dict) and value["t"] == "declined")
    [refusal] = declined["refusals"]
    assert refusal[0] not in set(Refused)
    assert refusal[2] == 1, "the place of the order in the slate"
    assert all(refusal[4:])
