"""A replay as a link: a match client on it holds the match as one who watches it, at whatever turn is asked for."""

import asyncio

from game import __version__
from game.link.link import Arrived, Closed, LinkEvent, Opened
from game.link.match_client import MatchClient
from game.protocol import messages as say
from game.protocol.refusals import Refused, refusal
from game.replays.course import Course
from game.replays.replay import NOBODY, Header, Sitter, as_spectator

ROOM = "replay"
_TOKEN = "r" * 32


class ReplayLink:
    """Fulfils `game.link.link.Link`. `at` counts the turns that are shown as played, up to `last`."""

    def __init__(self, course: Course) -> None:
        self.course = course
        self.at = 0
        self.last = len(course.replay.turns)
        self._events: asyncio.Queue[LinkEvent] = asyncio.Queue()
        self._events.put_nowait(Opened())
        self._closed = False

    # --- what a link does -----------------------------------------------------------------------

    def send(self, message: say.Upward) -> None:
        """Answer at once. There is nothing to do in a replay but to watch."""
        if isinstance(message, say.Hello):
            self._push(say.Welcome(say.VERSION, __version__, ROOM, (), (), (), ()))
        elif isinstance(message.act, say.JoinRoom):
            self._push(say.Seated(message.id, room_of(self.course), NOBODY, _TOKEN))
            self._push(self._begin())
        elif isinstance(message.act, say.LeaveRoom):
            self._push(say.Done(message.id))
        else:
            self._push(say.Declined(message.id, (refusal(Refused.ENDED, "act"),)))

    async def receive(self) -> LinkEvent:
        """The next event."""
        return await self._events.get()

    async def close(self) -> None:
        """Close for good."""
        if not self._closed:
            self._closed = True
            self._events.put_nowait(Closed("closed here"))

    # --- what a watcher does --------------------------------------------------------------------

    def forward(self) -> None:
        """Play the next turn, as it was played; after the last one nothing happens."""
        if self.at == self.last:
            return
        turn = self.course.replay.turns[self.at]
        self.at += 1
        self._push(
            say.Update(ROOM, self.at, turn.turn, say.PackedLedger(turn.entries), turn.patch, turn.public_hash)
        )
        self._push(say.Readiness(ROOM, turn.turn, self._all_ready()))

    def go(self, at: int) -> None:
        """Show the match as it stood after so many turns, 0 to `last`; nothing is played on the way there."""
        self.at = max(0, min(self.last, at))
        self._push(self._begin())

    def _begin(self) -> say.Begin:
        replay = self.course.replay
        public = self.course.publics[self.at]
        return say.Begin(
            room=ROOM,
            map=replay.header.map,
            rules_hash=replay.header.ruleset_hash,
            match=replay.opening.match,
            seat=NOBODY,
            number=self.at,
            view=as_spectator(public),
            ready=self._all_ready(),
            missed=tuple(
                say.Turned(turn.turn, say.PackedLedger(turn.entries)) for turn in replay.turns[: self.at]
            ),
            identity=identity_of(replay.header),
        )

    def _all_ready(self) -> tuple[bool, ...]:
        """Nobody is waited for in a match that was played."""
        return (True,) * self.course.board.seats

    def _push(self, message: say.Downward) -> None:
        self._events.put_nowait(Arrived(message))


async def opened(link: ReplayLink) -> MatchClient:
    """A client that watches the replay, entered, its match begun. Close it with `__aexit__`."""
    client = await MatchClient(link).__aenter__()
    await client.join(ROOM, ROOM)
    while client.copy is None:
        await client.happening()
    return client


def identity_of(header: Header) -> say.MapIdentity | None:
    """Which map it was played on; None where only its id is known."""
    return say.MapIdentity(header.map_hash, None, header.title, 0) if header.map_hash else None


def room_of(course: Course) -> say.RoomInfo:
    """The room as the screens know one: who sat where."""
    header, match = course.replay.header, course.replay.opening.match
    chairs = tuple(
        _chair(sitter, ranked=seat not in match.unranked) for seat, sitter in enumerate(header.seats)
    )
    return say.RoomInfo(
        ROOM,
        "",
        ROOM,
        header.map,
        header.length,
        None,
        False,
        NOBODY,
        say.OVER,
        0,
        chairs,
        mode=header.mode,
        temper=match.temper,
        identity=identity_of(header),
    )


def _chair(sitter: Sitter, *, ranked: bool) -> say.Chair:
    resigned = sitter.player != say.PERSON and bool(sitter.name)
    return say.Chair(
        sitter.faction, sitter.player, sitter.name, here=False, ready=True, ranked=ranked, resigned=resigned
    )
