"""What a server has to offer, as rows: open rooms, matches to watch, seats to stand in for, own matches, replays."""

from collections.abc import Iterable
from datetime import UTC, datetime

import msgspec

from game.client.look import Ink
from game.client.screens.base import Stage
from game.client.screens.fetching import plain, size_words
from game.client.screens.people.standing import rating_words
from game.client.screens.terms_words import clock_words, left_words
from game.client.theme import SIGNS, Banner
from game.protocol.messages import (
    LOBBY,
    OPEN,
    OVER,
    PERSON,
    PLAYING,
    ArchivedMatch,
    Chair,
    OwnMatch,
    RoomInfo,
)
from game.rules.ids import Seat


class Sitting(msgspec.Struct, frozen=True):
    """Somebody in a row: their faction's banner, None where there is none yet, and who they are."""

    banner: Banner | None
    words: str


class Entry(msgspec.Struct, frozen=True):
    """A row. `key` is the room's id, `seat` the one it is about, if any; `state` stands at the right, in `ink`."""

    key: str
    name: str
    facts: str
    state: str
    people: tuple[Sitting, ...] = ()
    ink: Ink = "text"
    icon: str = ""
    locked: bool = False
    mode: str = ""
    language: str = ""
    seat: Seat | None = None

    def holds(self, words: str) -> bool:
        """Whether what is searched for stands in it, whatever the case."""
        read = " ".join((self.name, self.facts, *(sitting.words for sitting in self.people)))
        return words.strip().casefold() in read.casefold()


class Entries:
    """Makes rows. `maps` are titles by id; what is not there is called by its id."""

    def __init__(self, stage: Stage, maps: dict[str, str]) -> None:
        self._stage, self._maps = stage, maps

    def open(self, rooms: Iterable[RoomInfo]) -> tuple[Entry, ...]:
        """Rooms before their match in which a seat is free."""
        say = self._stage.say
        return tuple(
            self._room(
                room, say("lobby-taken", taken=_taken(room), seats=len(room.seats)), "seat-open", "text"
            )
            for room in rooms
            if room.phase == LOBBY and _taken(room) < len(room.seats)
        )

    def watchable(self, rooms: Iterable[RoomInfo]) -> tuple[Entry, ...]:
        """Matches that run and have spectators."""
        say = self._stage.say
        return tuple(
            self._room(
                room,
                say("lobby-watching", turn=room.turn, delay=room.delay or 0, watchers=room.watchers),
                "seat-spectator",
                "text",
            )
            for room in rooms
            if room.phase == PLAYING and room.delay is not None
        )

    def substitutes(self, rooms: Iterable[RoomInfo]) -> tuple[Entry, ...]:
        """Seats of running matches whose people are gone and for whom somebody may play."""
        return tuple(
            msgspec.structs.replace(self._stand_in(room, chair), seat=Seat(seat))
            for room in rooms
            if room.phase == PLAYING and room.absence.then == "substitute"
            for seat, chair in enumerate(room.seats)
            if chair.absent and not chair.substitute and not chair.resigned
        )

    def mine(self, matches: Iterable[OwnMatch]) -> tuple[Entry, ...]:
        """The own matches, in the server's order: what waits for one comes first."""
        return tuple(self._own(match) for match in matches)

    def replays(self, matches: Iterable[ArchivedMatch]) -> tuple[Entry, ...]:
        """Finished matches, the newest first."""
        return tuple(self._replay(match) for match in matches)

    # --- one row ---------------------------------------------------------------------------------

    def _room(self, room: RoomInfo, state: str, icon: str, ink: Ink) -> Entry:
        return Entry(
            room.id,
            room.name,
            self._facts(room),
            state,
            tuple(
                self._sitting(room, seat, chair)
                for seat, chair in enumerate(room.seats)
                if chair.player != OPEN
            ),
            ink,
            icon,
            room.locked,
            room.mode,
            room.language,
        )

    def _stand_in(self, room: RoomInfo, chair: Chair) -> Entry:
        say = self._stage.say
        faction = say(f"common-{chair.faction}-short") if chair.faction in SIGNS else chair.faction
        state = say("lobby-stand-in-for", name=chair.name, faction=faction)
        return self._room(room, state, "seat-human", "attention")

    def _own(self, match: OwnMatch) -> Entry:
        say, room = self._stage.say, match.room
        if room.phase == PLAYING and match.is_due:
            state, ink, icon = say("lobby-your-turn"), "attention", "turn"
        else:
            key = {LOBBY: "lobby-before", OVER: "lobby-over"}.get(room.phase, "lobby-others-turn")
            state, ink, icon = say(key), "soft", "waiting"
        if match.left is not None and room.phase == PLAYING:
            state = say("lobby-left", state=state, left=left_words(match.left, say))
        return self._room(room, state, icon, ink)

    def _replay(self, match: ArchivedMatch) -> Entry:
        say = self._stage.say
        ended = datetime.fromtimestamp(match.ended_at, UTC).astimezone(self._stage.wall().tzinfo)
        facts = say(
            "lobby-subtitle",
            map=plain(self._maps.get(match.map, match.map)),
            length=say("lobby-length", length=match.length),
        )
        facts = say("lobby-subtitle-mode", match=facts, mode=say(f"modes-{match.mode}"))
        state = say("lobby-ended", date=f"{ended:%Y-%m-%d %H:%M}", size=size_words(match.bytes, say))
        people = tuple(Sitting(None, self._player(match, seat)) for seat in range(len(match.players)))
        return Entry(match.room, match.name, facts, state, people, "soft", "replays", mode=match.mode)

    def _player(self, match: ArchivedMatch, seat: int) -> str:
        """Who played a seat: a person may be called as a computer's level is."""
        name = match.players[seat]
        return self._stage.say("setup-player-kind", kind=name) if seat in match.computers else name

    def _facts(self, room: RoomInfo) -> str:
        say = self._stage.say
        city = self._maps.get(room.map, room.map)
        match = say("lobby-subtitle", map=city, length=say("lobby-length", length=room.length))
        match = say("lobby-facts", match=match, timer=clock_words(room, say, self._stage.wall()))
        return say("lobby-subtitle-mode", match=match, mode=say(f"modes-{room.mode}"))

    def _sitting(self, room: RoomInfo, seat: int, chair: Chair) -> Sitting:
        say = self._stage.say
        chapter = sum(other.faction == chair.faction for other in room.seats[:seat])
        banner = Banner(chair.faction, chapter) if chair.faction in SIGNS else None
        if chair.player != PERSON:
            return Sitting(banner, say("setup-player-kind", kind=chair.player))
        standing = chair.standing
        if standing is None or standing.rating is None:
            return Sitting(banner, chair.name)
        rating = rating_words(standing.rating, standing.spread, say)
        return Sitting(banner, say("lobby-rated", name=chair.name, rating=rating))


def _taken(room: RoomInfo) -> int:
    """How many seats nobody else can have."""
    return sum(chair.player != OPEN or bool(chair.kept_for) for chair in room.seats)
