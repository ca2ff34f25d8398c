"""A complete bot for Neo-Sanctum in one file. It needs `pip install websockets msgpack` and nothing of the game.

    python bot.py ws://127.0.0.1:24145 --create "sra:you,occ:open,ca:greedy"
    python bot.py ws://127.0.0.1:24145 --join K7PQXM

It sits down, plays a whole match by a simple rule of its own, and comes back to its seat when the connection
drops, or when the server's disk failed and works again.
"""

import argparse
import hashlib
import secrets
import sys
import time
from collections import deque
from contextlib import ExitStack
from typing import Any

import msgpack
from websockets.exceptions import ConnectionClosed, InvalidHandshake
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

SUBPROTOCOL = "neo-sanctum.1"
VERSION = 4
"""Of the protocol: a server of another version says so and hangs up."""

TRIES, PAUSE = 30, 1.0
"""How often, and after how many seconds, it tries to get back to a server that is gone."""

WAITS = (1, 2, 4, 8, *[15] * 7)
"""Seconds before each time it asks whether a room is back that the server's disk did not take."""

AWAY = ("storage", "unknown_room", "not_seated")
"""What it is told while that room is away."""

Message = dict[str, Any]


class GiveUpError(Exception):
    """The match cannot be played on; the message says why."""


class Declined(Exception):  # noqa: N818 - it is an answer
    """The server did not do what it was asked; `refusals` say why, and how to mend it."""

    def __init__(self, refusals: list[list[Any]]) -> None:
        super().__init__("; ".join(f"{r[0]}: {r[4]} {r[5]}" for r in refusals))
        self.refusals = refusals

    @property
    def is_away(self) -> bool:
        """Whether the room is not there for now."""
        return self.refusals[0][0] in AWAY


# --- the connection -------------------------------------------------------------------------------------


class Line:
    """Commands and their answers, over as many connections as it takes. What else is said waits in `heard`."""

    def __init__(self, url: str) -> None:
        self.heard: deque[Message] = deque()
        self.seat: tuple[str, str] | None = None  # the room and the token that brings us back to our seat
        self.number = 0  # of the last update that was applied
        self._url = url
        self._key = secrets.token_hex(16)  # kept while we run, so that no command is done twice
        self._last_id = 0
        self._open = ExitStack()  # holds the connection
        self._socket: ClientConnection | None = None

    def ask(self, **act: Any) -> Message:
        """Do this; returns the answer. After a drop the same command is sent again, under the same id."""
        self._last_id += 1
        command = {"t": "do", "id": self._last_id, "act": act}
        while True:
            try:
                return self._settled(command)
            except ConnectionClosed:
                self._come_back()

    def next(self) -> Message:
        """The next thing that the server says unasked."""
        while not self.heard:
            try:
                self.heard.append(self._read())
            except ConnectionClosed:
                self._come_back()
        return self.heard.popleft()

    def come_in(self) -> Message:
        """Connect and say hello; returns the welcome."""
        self._open.close()
        socket = connect(self._url, subprotocols=[Subprotocol(SUBPROTOCOL)], compression=None, max_size=2**22)
        self._socket = self._open.enter_context(socket)
        self._send({"t": "hello", "version": VERSION, "build": "example bot", "key": self._key})
        welcome = self._read()
        if welcome["t"] != "welcome":
            raise GiveUpError(f"the server does not take us: {welcome}")
        return welcome

    def resume(self) -> None:
        """Get a snapshot of the match: after a drop, or when our own copy cannot be right."""
        self.seated(self.ask(**self._resume()))

    def wait_for_room(self) -> None:
        """The server's disk failed, and it let our room go: ask for our seat until it is back."""
        for seconds in WAITS:
            time.sleep(seconds)
            try:
                self.resume()
            except Declined as error:
                if not error.is_away:
                    raise
                print("our room is not back yet", flush=True)
            else:
                print("our room is back", flush=True)
                return
        raise GiveUpError("our room is gone")

    def seated(self, answer: Message) -> None:
        """Remember the newest token."""
        self.seat = answer["room"]["id"], answer["token"]

    def _come_back(self) -> None:
        for _ in range(TRIES):
            time.sleep(PAUSE)
            try:
                self.come_in()
                if self.seat is not None:
                    self._last_id += 1
                    self.seated(self._settled({"t": "do", "id": self._last_id, "act": self._resume()}))
                    print("back in our seat")
            except (OSError, ConnectionClosed, InvalidHandshake, Declined) as error:
                if isinstance(error, Declined) and not error.is_away:
                    raise
                print(f"not back yet: {error}")
            else:
                return
        raise GiveUpError("the server is gone")

    def _resume(self) -> Message:
        if self.seat is None:
            raise GiveUpError("no seat to come back to")
        room, token = self.seat
        return {"t": "resume", "room": room, "token": token, "number": self.number}

    def _settled(self, command: Message) -> Message:
        self._send(command)
        while True:
            message = self._read()
            if message.get("re") != command["id"]:
                self.heard.append(message)
            elif message["t"] == "declined":
                raise Declined(message["refusals"])
            else:
                return message

    def _send(self, message: Message) -> None:
        if self._socket is None:
            raise GiveUpError("not connected")
        self._socket.send(msgpack.packb(message))

    def _read(self) -> Message:
        if self._socket is None:
            raise GiveUpError("not connected")
        # The keys of patches are integers.
        message: Message = msgpack.unpackb(self._socket.recv(), strict_map_key=False)
        return message


# --- the match ------------------------------------------------------------------------------------------


def patched(old: list[Any], patch: dict[int, Any]) -> list[Any]:
    """A view after a patch: a map goes on inside, a list holds one new list, anything else is new itself."""
    new = list(old)
    for place, change in patch.items():
        if isinstance(change, dict):
            new[place] = patched(new[place], change)
        else:
            new[place] = change[0] if isinstance(change, list) else change
    return new


class Match:
    """Our copy of the match. Arrays are read by place; docs/protocol.md says what stands where."""

    def __init__(self, begin: Message) -> None:
        ruleset, city, seating = begin["match"][:3]
        self.seat: int = begin["seat"]
        self.view: list[Any] = begin["view"]
        self.links: list[list[int]] = [district[10] for district in city[2]]
        self.people: list[int] = [district[2] for district in city[2]]
        self.leaders: list[int] = []
        """Ours, by their places in the view: seat by seat, those who join late behind the others."""
        place = 0
        for seat, (faction, _chapter) in enumerate(seating):
            rule = ruleset["factions"][faction]
            count = len(rule["leaders"]) + len(rule["late_leaders"])
            if seat == self.seat:
                self.leaders = list(range(place, place + count))
            place += count

    @property
    def public(self) -> list[Any]:
        """What everybody sees."""
        public: list[Any] = self.view[1]
        return public

    @property
    def turn(self) -> int:
        """The turn being planned."""
        turn: int = self.public[0]
        return turn

    @property
    def outcome(self) -> list[Any] | None:
        """How it ended, with everybody's place; None while it goes on."""
        outcome: list[Any] | None = self.public[11]
        return outcome

    def update(self, message: Message) -> bool:
        """Apply an update; False if the city is then another one than the server's."""
        self.view = patched(self.view, message["patch"])
        proof = hashlib.sha256(msgpack.packb(self.public)).digest()
        return bool(proof == message["public_hash"])

    def orders(self) -> list[list[Any]]:
        """Our rule: each leader does what is most needed where it stands or next door, nothing twice."""
        taken: set[tuple[str, int]] = set()
        slate = []
        for leader in self.leaders:
            here = self.public[3][leader]
            if here < 0:
                continue  # not here yet
            wishes = [wish for place in (here, *self.links[here]) for wish in self._wishes(place)]
            _, verb, place = max(wish for wish in wishes if wish[1:] not in taken)
            taken.add((verb, place))
            slate.append([verb, leader, place])
        return slate

    def _wishes(self, place: int) -> list[tuple[int, str, int]]:
        """What could be done in a district, and how much it matters to us."""
        need, _lean, unrest, support = self.public[1][place][:4]
        undecided = 1000 - sum(support)
        return [
            (need * 8, "care", place),
            (unrest * 100, "forum", place),
            (undecided * self.people[place] // 10, "campaign", place),
        ]


# --- playing --------------------------------------------------------------------------------------------


class Bot:
    """Sits in one seat, from the lobby to the end of the match."""

    def __init__(self, line: Line, name: str) -> None:
        self._line = line
        self._name = name
        self._match: Match | None = None
        self._done = 0  # the last turn we said ready in

    def create(self, welcome: Message, seats: str) -> None:
        """Make a room on the first map that has enough starts, and tell its code."""
        plans = [plan.split(":") for plan in seats.split(",")]
        city = next(city for city in welcome["maps"] if city[2] >= len(plans))
        length = welcome["lengths"][0]
        act = {"player": self._name, "name": "Bots", "map": city[0], "seats": plans, "length": length}
        seated = self._line.ask(t="create", **act)
        self._line.seated(seated)
        print(f"room {seated['room']['code']}", flush=True)

    def join(self, room: str) -> None:
        """Sit down in a room, named by its code, and be ready."""
        self._line.seated(self._line.ask(t="join", player=self._name, room=room))
        self._line.ask(t="lobby_ready", room=self._room, ready=True)

    def play(self) -> None:
        """Give orders every turn until the match is over."""
        while True:
            match = self._match
            if match is not None and match.outcome is not None:
                print(f"over: {match.outcome[0]}, places {match.outcome[1]}, we sat in seat {match.seat}")
                return
            if match is not None and match.turn > self._done:
                self._give_orders(match)
            else:
                self._hear(self._line.next())

    @property
    def _room(self) -> str:
        if self._line.seat is None:
            raise GiveUpError("no seat")
        return self._line.seat[0]

    def _hear(self, message: Message) -> None:
        match message["t"]:
            case "room":
                self._start_if_all_are_ready(message["room"])
            case "begin":
                self._match = Match(message)
                self._line.number = message["number"]
            case "update" if self._match is not None and message["number"] > self._line.number:
                self._update(self._match, message)
            case "room_closed" if message["reason"][0] == "storage":
                self._line.wait_for_room()
            case "room_closed" | "taken_over":
                raise GiveUpError(f"our seat is gone: {message}")
            case _:
                pass  # chat, clocks, others' readiness, and whatever later servers say

    def _update(self, match: Match, message: Message) -> None:
        if message["number"] != self._line.number + 1:
            print("an update is missing")
            self._line.resume()
        elif not match.update(message):
            print("our city is another one than the server's")
            self._line.resume()
        else:
            self._line.number = message["number"]

    def _start_if_all_are_ready(self, room: Message) -> None:
        chairs = room["seats"]
        others = [chair for n, chair in enumerate(chairs) if n != room["owner"] and chair[1] == "person"]
        is_full = all(chair[1] != "open" for chair in chairs)
        if self._is_owner(room) and room["phase"] == "lobby" and is_full and all(c[4] for c in others):
            try:
                self._line.ask(t="start", room=room["id"])
            except Declined as error:
                if not error.is_away:  # we hear of the room again when it is back
                    raise

    def _is_owner(self, room: Message) -> bool:
        return bool(room["seats"][room["owner"]][2] == self._name)

    def _give_orders(self, match: Match) -> None:
        turn, slate = match.turn, match.orders()
        try:
            while not self._is_saved(turn, slate):
                print(f"turn {turn}: now with {len(slate)} orders")
            self._line.ask(t="ready", room=self._room, turn=turn, ready=True)
        except Declined as error:
            print(f"turn {turn}: {error}")  # it closed while we were away; the next one comes
            if error.is_away:
                self._match = None  # until the snapshot that comes with our seat
                return
        self._done = turn

    def _is_saved(self, turn: int, slate: list[list[Any]]) -> bool:
        """Save the slate. If it is refused, what is wrong with it is left out, for another try."""
        try:
            self._line.ask(t="save", room=self._room, turn=turn, orders=slate)
        except Declined as error:
            wrong = {refusal[2] for refusal in error.refusals if refusal[2] >= 0}
            is_too_late = any(refusal[0] in ("late", "ended") for refusal in error.refusals)
            if not slate or is_too_late or error.is_away:
                raise
            # A refusal of the whole slate, such as a purse that is too small: one order less.
            slate[:] = [order for n, order in enumerate(slate) if n not in wrong] if wrong else slate[:-1]
            return False
        return True


def main() -> int:
    """Play one match; returns the exit status."""
    flags = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    flags.add_argument("url")
    flags.add_argument("--name", default=f"Bot {secrets.randbelow(1000)}")
    what = flags.add_mutually_exclusive_group(required=True)
    what.add_argument("--create", metavar="SEATS", help="FACTION:PLAYER with commas between, one of them you")
    what.add_argument("--join", metavar="ROOM", help="the code of a room")
    given = flags.parse_args()
    line = Line(given.url)
    bot = Bot(line, given.name)
    try:
        welcome = line.come_in()
        if given.create:
            bot.create(welcome, given.create)
        else:
            bot.join(given.join)
        bot.play()
    except (GiveUpError, Declined, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
