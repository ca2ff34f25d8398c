"""How the client starts or finds a match, without knowing what a server is.

The command line fulfils `Launcher`: it is the only place that wires client and server together.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, Protocol

import msgspec

from game.link.match_client import MatchClient
from game.link.seeking import Sought
from game.protocol.messages import (
    ANY_LANGUAGE,
    CALM_ABSENCE,
    FREE_FOR_ALL,
    STANDARD_TEMPER,
    Absence,
    Calendar,
    CreateRoom,
    MapOffer,
    SeatPlan,
)
from game.protocol.refusals import Refusal


class Terms(msgspec.Struct, frozen=True):
    """How a match with others is played: by which clock, what becomes of who is gone, who may come in and watch.

    All are as in `messages.CreateRoom`; a match on one machine has those that stand here.
    """

    timer: int | None = None
    bank: int = 0
    grace: int = 15
    calendar: Calendar | None = None
    absence: Absence = CALM_ABSENCE
    delay: int | None = 0
    password: str = ""
    language: str = ANY_LANGUAGE
    public: bool = False
    webhook: str = ""


ALONE: Final = Terms()


class MatchPlan(msgspec.Struct, frozen=True):
    """A match to be made: what the player chose at the set-up.

    `map` is a map's id; one of `seats` is `messages.YOU`; `length` is a key of the ruleset; `seed` is None for a
    drawn one. `name` is the room's, for others to find. `mode`, `temper`, `teams` and `neutral` are as in
    `messages.CreateRoom`.
    """

    player: str
    map: str
    seats: tuple[SeatPlan, ...]
    length: str
    name: str = ""
    seed: int | None = None
    mode: str = FREE_FOR_ALL
    temper: str = STANDARD_TEMPER
    teams: tuple[int, ...] = ()
    neutral: bool = True
    terms: Terms = ALONE


def room_of(plan: MatchPlan) -> CreateRoom:
    """The request that makes the plan's room on a server; without a name it is named after its maker."""
    terms = plan.terms
    return CreateRoom(
        player=plan.player,
        name=plan.name or plan.player,
        map=plan.map,
        seats=plan.seats,
        length=plan.length,
        timer=terms.timer,
        public=terms.public,
        seed=plan.seed,
        mode=plan.mode,
        temper=plan.temper,
        teams=plan.teams,
        neutral=plan.neutral,
        password=terms.password,
        language=terms.language,
        bank=terms.bank,
        grace=terms.grace,
        calendar=terms.calendar,
        absence=terms.absence,
        delay=terms.delay,
        webhook=terms.webhook,
    )


class LaunchError(Exception):
    """A match could not be started or found. The message is one plain sentence for the player's log.

    `refusals` are what the server said, where it said something.
    """

    def __init__(self, why: str, refusals: tuple[Refusal, ...] = ()) -> None:
        super().__init__(why)
        self.refusals = refusals


class Nearby(msgspec.Struct, frozen=True):
    """A server on the local network: its address, its name, whether it asks for a password, its version."""

    address: str
    server: str
    locked: bool = False
    version: str = ""


class Launcher(Protocol):
    """What the client asks of the program around it.

    Every client given back has been entered, reads its link, and stays open until `close`.
    """

    def maps(self) -> tuple[MapOffer, ...]:
        """The maps on this machine."""
        ...

    def forget_maps(self) -> None:
        """The maps on this machine may be others now: read them again when next asked."""
        ...

    def levels(self) -> tuple[str, ...]:
        """The levels of computer players on this machine, weakest first."""
        ...

    async def solo(self, plan: MatchPlan) -> MatchClient:
        """Start a match on this machine without a socket: seated, and begun as soon as the server says so.

        Raises LaunchError.
        """
        ...

    async def host(self, plan: MatchPlan) -> MatchClient:
        """Start a server on this machine that others can reach, and make a room: seated, in its lobby.

        Raises LaunchError.
        """
        ...

    async def join(self, address: str, player: str, password: str = "") -> MatchClient:
        """Connect to a server by its address or invite. With a room's code in it: seated there; else in no room.

        `password` is the server's. Raises LaunchError.
        """
        ...

    async def nearby(self, found: Callable[[tuple[Nearby, ...]], None]) -> None:
        """Look for servers on the local network until cancelled; `found` hears of all there are, at each change.

        Raises LaunchError where the network cannot be asked.
        """
        ...

    async def seek(self, code: str, also: Sequence[str], password: str = "") -> Sought:
        """Ask the servers on the local network, and those at the addresses `also`, which of them has the room of a code.

        It takes some seconds. `password` is told only to servers that ask for one.
        """
        ...

    def address(self) -> str:
        """Where others reach the server hosted here; empty when none is."""
        ...

    async def close(self, client: MatchClient) -> None:
        """Leave for good: close the link, and the server that was started for it."""
        ...


class Opening(msgspec.Struct, frozen=True):
    """What the window opens with: a match, a hosted room, an address to join, a replay, or the title where all are None.

    `maps` are folders of maps besides the official ones, or folders that hold such folders. `watched` is the
    folder of a map that is being made: the match follows its saves. `accept_maps`: a map that is missing is fetched
    without a question.
    """

    solo: MatchPlan | None = None
    host: MatchPlan | None = None
    join: str | None = None
    replay: Path | None = None
    maps: tuple[Path, ...] = ()
    watched: Path | None = None
    accept_maps: bool = False
