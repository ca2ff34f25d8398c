"""Writes `docs/protocol.md` from the message types, so that the page cannot drift from the code.

Run `python -m game.protocol.reference > docs/protocol.md`.
"""

import sys
from collections.abc import Iterator
from typing import Any, get_args

from msgspec import inspect as shape

from game.protocol import limits, messages
from game.protocol.example import session
from game.protocol.reference_types import inner, section, words_of
from game.protocol.refusals import ALL_CODES, Refused
from game.rules.ledger import Ledger
from game.text.catalog import Catalog

_GROUPS: tuple[tuple[str, Any], ...] = (
    ("From client to server", messages.Upward),
    ("What a command can ask", messages.Act),
    ("Answers", messages.Answer),
    ("What the server says unasked", messages.Notice),
)

_ANSWERS = ", ".join(f"`{kind.__struct_config__.tag}`" for kind in get_args(messages.Answer))

_INTRODUCTION = f"""# The protocol `{messages.SUBPROTOCOL}`

Generated from the message types by `python -m game.protocol.reference`; do not edit.

All that a client in any language needs: how it connects, what it may ask, what it hears, and what stands where in a
view. [Computer players](bots.md) has two small clients whole, in Python and in JavaScript.

- [Connecting](#connecting)
- [Asking](#asking)
- [From the lobby to the end of a match](#from-the-lobby-to-the-end-of-a-match)
- [Views, patches, hashes](#views-patches-hashes)
- [When the connection drops](#when-the-connection-drops)
- [Limits](#limits)
- [Versions](#versions)
- [A session](#a-session)
- [Every message](#every-message), [what is inside](#what-is-inside), [codes of refusals](#codes-of-refusals)
"""

_CHAPTERS = f"""## Connecting

One websocket on the server's port, at any path, with the subprotocol `{messages.SUBPROTOCOL}` and without
compression. Every frame is binary, one message each: exactly one [MessagePack](https://msgpack.org) value without ext
types. A message is a map whose field `t` names it. Fields that have a default may be left out; fields that the tables
below do not name are refused. What is marked *array* there is an array of its fields in the order given, with its tag,
where it has one, in front: the order `campaign` by leader 3 in district 5 is `["campaign", 3, 5]`. Where the tables say
None, nil is meant. Texts are UTF-8.

The client's first message is [`hello`](#hello-hello), the server's answer [`welcome`](#welcome-welcome). A browser's
`Origin` must be one that the server's host allows; other clients send none.

## Asking

Everything a client asks is a [`do`](#command-do): a number and an act. It counts its commands from 1 and may have
several under way. Each gets exactly one answer, whose `re` is the command's `id`: {_ANSWERS}. A command that changes
something is answered once it is on the server's disk. `declined` means that nothing was changed, and says why: for each
thing that is wrong a [code](#codes-of-refusals), the field, for an order its place in the slate, and in English what is
wrong and how to mend it.

What the server says unasked may come between a command and its answer.

## From the lobby to the end of a match

1. `create` makes a room, `join` sits down in one. Both are answered by `seated`: your seat, and a token that brings you
   back to it. The room's `code` invites others.
2. Everybody in the room hears [`room`](#roomchanged-room) whenever something about it changes. Guests say
   `lobby_ready`, the owner `start`s when every seat is taken and every other person is ready.
3. [`begin`](#begin-begin) comes: the match, which never changes, and your view.
4. Each turn: `save` your orders, as often as you like, the last ones count; then `ready`. The turn closes when everybody
   is ready or time is up, and [`update`](#update-update) comes. If you lead nobody and order nothing, save nothing and
   just be ready.
5. The match is over when the view's `outcome` is there. `leave` gets up; `rematch` plays again.

Messages that you do not know are to be passed over: chat, clocks, pins, votes, and whatever else you have no use for.

## Views, patches, hashes

A [view](#view-array) is an array: who looks, what is [public](#public-array), and your own secret mandates. Districts,
seats and leaders are numbered from 0, in the order in which the match names them; -1 stands for none. Your leaders are
those of your faction: seats are counted in their order, in each first the faction's `leaders`, then its
`late_leaders`; `Public.leaders[n]` is the district where number n is, -1 before it has joined.

A patch is a map from places in an array to what is new there. To apply a patch to an array, for each place in it:

- a map: a patch again, for the array at this place;
- an array: it holds one value, which is an array whose length has changed, and takes its place;
- anything else, nil included: that value takes its place.

The hash that an update names is the SHA-256 of the public view after it, as MessagePack in its shortest form; see the end
of [the session below](#a-session). A client whose view has another hash, or that sees an update whose number is not its
last one's plus 1, asks once to `resume` and goes on from the `begin` that follows; until it comes it passes updates over.

## When the connection drops

Connect again with the same `key`, then `resume` your seat with the newest token you were given and the number of the
last update you applied. `seated` comes with a new token, then `begin` with a snapshot and the ledgers you missed. After
that send again whatever had no answer, under the same ids: it is done once, however often it was sent. The same id with
another act is refused as `id_reused`. The old token still works as long as the new one was never used, so a lost answer
does no harm.

A room that the server's disk did not take is let go: `room_closed` with the code `{Refused.STORAGE}`, and your connection
stays. The server brings the room back by itself, mostly within seconds. `resume` your seat then, or `watch` again, after 1
second, 2, 4, 8, and from then on every 15: `{Refused.STORAGE}` or `{Refused.UNKNOWN_ROOM}` in answer mean that it is not there
yet. What was refused meanwhile was not done, and is asked anew under new ids.

A websocket is closed with one of these codes:

| code | why | come back |
|---|---|---|
| 1001 | another connection said `hello` with the same key | no: it has your place |
| 1002, 1009 | a frame is none of a websocket, or a message is too long | after mending it |
| 1008 | a limit was broken; the reason is a code of the list below | after mending it |
| 1012 | the server stops, and will be back | yes, in a few seconds |
| 1013 | too many connections that have said nothing yet | in a few seconds |

## Limits

| what | how much |
|---|---|
| before `hello` | {limits.MOST_BYTES_BEFORE_HELLO} bytes a message, 5 seconds, 8 connections from one address |
| a message | {limits.MOST_BYTES_UP} bytes, nested {limits.MOST_DEPTH_UP} deep, {limits.MOST_VALUES_UP} values, keys included |
| messages | 20 a second, 40 at once; after 20 refusals for haste the connection is closed |
| pings and other control frames | 2 a second, 10 at once |
| chat | 5 lines in 10 seconds |
| seats held by one connection | 8 |
| what was sent to you and not read | 524288 bytes, 10 seconds |
| a message to you | at most {limits.MOST_BYTES_DOWN} bytes, nested {limits.MOST_DEPTH_DOWN} deep |

## Versions

This page is version {messages.VERSION}. Both sides say theirs, in `hello` and `welcome`; a server of another version
answers `hello` with `declined`, the code `{Refused.OTHER_VERSION}` and both numbers among its parameters, and closes. A change
that an older client could misread raises the version; a new message or a new field that may be left out does not have
to.

## A session

Made by the real rules in a city of three districts, so every number below can be checked. JSON stands for the message;
bytes in it are text in hexadecimal after `hex:`. Below it is the frame's payload, where it is short or the client's.
"""

_LEDGERS = f"""What a turn changed and why, in its order: {{entries}}. It travels as bytes, the zlib stream (RFC 1950)
of its MessagePack, of at most {limits.MOST_BYTES_OF_LEDGER} bytes once unpacked. A client that only plays need not look
into it: the patch says all that is so after the turn.
"""

_CODES = """Of a slate's orders the rules have their own; the others are the server's. What stands in braces are the
refusal's parameters.

| code | text | mend |
|---|---|---|"""


def page() -> str:
    """The whole page."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    yield _INTRODUCTION
    yield _CHAPTERS
    yield from session()
    yield "## Every message\n"
    told: list[type] = []
    for title, union in _GROUPS:
        yield f"## {title}\n"
        for kind in get_args(union):
            told.append(kind)
            yield from section(kind)
    yield "## What is inside\n"
    yield "### Ledgers\n"
    yield _LEDGERS.format(entries=words_of(shape.type_info(Ledger)))
    for kind in inner(told):
        yield from section(kind)
    yield "## Codes of refusals\n"
    yield _CODES
    catalog = Catalog("en")
    for code in sorted(ALL_CODES):
        key = f"refusal-{code}"
        yield f"| `{code}` | {catalog.pattern(key)} | {catalog.pattern(f'{key}-mend')} |"
    yield ""


if __name__ == "__main__":
    sys.stdout.write(page())
