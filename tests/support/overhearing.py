"""A whole host with one seat that hides something, and everything that anybody else could learn of it.

Time is virtual (`tests.simulation.virtual_loop`), chance is seeded: two runs differ in nothing but what is hidden.
"""

import asyncio
import logging
import random
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace
from prometheus_client import CollectorRegistry
from prometheus_client.exposition import generate_latest

from game.content import ruleset
from game.protocol import messages as say
from game.protocol.codec import decode_downward, encode
from game.rules.board import Board
from game.rules.ids import District, Seat
from game.rules.orders import Ballot, Slate
from server.admin import speech as order
from server.admin.bureau import Bureau
from server.config import Config
from server.host.library import Library
from server.host.outside import Outside
from server.host.thinking import Thinker, Thought, pool_of_one_thread, think
from server.local import LocalHost
from server.logs import JsonFormatter, LineFormatter
from server.meters import Meters
from server.operations.metrics import MeterCollector
from tests.simulation.virtual_loop import VirtualLoop
from tests.support.cities import grid_city
from tests.support.matches import random_slate

BOB = Seat(1)
"""Who hides something."""

CARETAKER = say.Absence(60, "caretaker")
SAVES = 2
"""Slates Bob saves; how many commands the server heard is no secret of those who run it."""

_LATER = 0.25
"""Seconds between two things that are done, so that nobody is too fast."""

Heard = list[tuple[float, bytes]]


class Overheard(Struct):
    """What two runs must agree in, before the turn is played that reveals what was hidden.

    `frames` are those of every other connection, each with its time; `metrics` are without the bytes that came in;
    `admin` is what those who run the server see; `thoughts` what computer players are given.
    """

    frames: dict[str, Heard]
    logs: tuple[str, ...]
    metrics: tuple[str, ...]
    admin: bytes
    thoughts: list[Thought]
    times_of_reveal: list[float]
    """When the others heard of the turn that was played then."""
    reveal: list[bytes]
    hidden: list[Slate]

    def differences(self, other: "Overheard") -> list[str]:
        """In what the two differ that tells of what is hidden."""
        names = ("frames", "logs", "metrics", "admin", "thoughts", "times_of_reveal")
        return [name for name in names if getattr(self, name) != getattr(other, name)]


class Listener:
    """A connection: everything it is sent, and when."""

    def __init__(self, local: LocalHost, key: str) -> None:
        self.address = "10.0.0.1"
        self.heard: Heard = []
        self.token = ""
        self._host = local.host
        self._ids = 0
        self._guest = self._host.attach(self)
        self._host.receive(self._guest, encode(say.Hello(say.VERSION, "test", key)))

    def push(self, frame: bytes) -> None:
        """See `Peer.push`."""
        self.heard.append((asyncio.get_running_loop().time(), frame))

    def greeted(self) -> None:
        """See `Peer.greeted`."""

    def end(self, code: int, reason: str) -> None:
        """See `Peer.end`."""

    def hang_up(self) -> None:
        """The connection is gone."""
        self._host.detach(self._guest)

    def do(self, act: say.Act, *, twice: bool = False) -> int:
        """Ask for something; the id of the command. `twice` sends it again while it is under way."""
        self._ids += 1
        for _ in range(1 + twice):
            self._host.receive(self._guest, encode(say.Command(self._ids, act)))
        return self._ids

    async def ask(self, act: say.Act) -> say.Answer:
        """The same, with the answer."""
        before = len(self.heard)
        number = self.do(act)
        await asyncio.sleep(_LATER)
        messages = [decode_downward(frame) for _, frame in self.heard[before:]]
        (answer,) = [m for m in messages if isinstance(m, say.Answer) and m.re == number]
        if isinstance(answer, say.Seated):
            self.token = answer.token
        return answer


class Story:
    """One run: three people, a computer, a spectator and somebody outside. Two of the people do what is public."""

    def __init__(self, seed: int, local: LocalHost, meters: Meters, thoughts: list[Thought]) -> None:
        self._seed = seed
        self._local = local
        self._meters = meters
        self._thoughts = thoughts
        names = ("Ann", "Bob", "Cat", "Eve", "Out")
        self.people = {name: Listener(local, f"{name.lower():k<32}") for name in names}
        self._room = ""

    async def begin(self) -> None:
        """Sit down and play some turns."""
        people, clock = self.people, ((None, 0), (300, 0), (300, 600))[self._seed % 3]
        plans = [say.SeatPlan("any", player) for player in (say.YOU, say.OPEN, say.OPEN, "random")]
        room = say.CreateRoom("Ann", "A room", "grid", tuple(plans), "short", clock[0], seed=self._seed)
        room = replace(room, bank=clock[1], absence=CARETAKER)
        made = await people["Ann"].ask(room)
        assert isinstance(made, say.Seated)
        self._room = made.room.id
        for name in ("Bob", "Cat"):
            assert isinstance(await people[name].ask(say.JoinRoom(name, self._room)), say.Seated)
            await people[name].ask(say.SetLobbyReady(self._room, ready=True))
        await people["Eve"].ask(say.WatchRoom(self._room))
        assert isinstance(await people["Ann"].ask(say.StartMatch(self._room)), say.Done)
        for turn in range(1, 1 + self._seed % 5):
            dice = random.Random(f"public {self._seed} {turn}")
            for seat, name in enumerate(("Ann", "Bob", "Cat")):
                await people[name].ask(self._save(Seat(seat), dice))
                assert isinstance(await people[name].ask(self._ready()), say.Done)

    async def hide(self, dice: random.Random) -> list[Slate]:
        """Bob saves, thinks again and briefs his caretaker, while Ann does something at the same moment."""
        people, hidden = self.people, []
        for _ in range(SAVES):
            act = self._save(BOB, dice)
            people["Bob"].do(act)
            people["Ann"].do(say.SetVote(self._room, self._turn, "end", agree=True), twice=True)
            await asyncio.sleep(_LATER)
            hidden.append(act.orders)
        brief = dice.choice((say.Brief(()), say.Brief(("care",), gifts=True)))
        assert isinstance(await people["Bob"].ask(say.SetBrief(self._room, brief)), say.Done)
        return hidden

    async def go_on(self) -> None:
        """What is public in the rest of the turn; Bob gets ready, or is gone so long that a caretaker is asked."""
        people = self.people
        if self._seed % 4 < 3:
            await people["Bob"].ask(self._ready())
        else:
            people["Bob"].hang_up()
            await asyncio.sleep(CARETAKER.hold + 1)
        for act in self._unlawful():
            assert isinstance(await people["Ann"].ask(act), say.Declined), act
        await people["Ann"].ask(say.ResumeSeat(self._room, people["Ann"].token))
        await people["Ann"].ask(self._ready())
        for name in ("Ann", "Eve", "Out"):
            await self._look_around(people[name])

    async def _look_around(self, who: Listener) -> None:
        """What anybody may ask; of a match that runs there is no replay for anybody."""
        replay = await who.ask(say.AskReplay(self._room, 0))
        assert isinstance(replay, say.Declined), "a replay of a match that runs"
        archive = await who.ask(say.AskArchive())
        assert isinstance(archive, say.Archive)
        assert not archive.matches
        for lawful in (say.ListRooms(), say.ListRooms(self._room), say.MyMatches()):
            await who.ask(lawful)
        for unlawful in (say.JoinRoom("Eve", self._room), say.ResumeSeat(self._room, "t" * 43)):
            assert isinstance(await who.ask(unlawful), say.Declined)

    async def reveal(self) -> tuple[list[float], list[bytes]]:
        """Cat gets ready, or the deadline comes: when, and what Eve is sent then."""
        before, turn = {name: len(who.heard) for name, who in self.people.items()}, self._turn
        if not (self._seed % 3 and self._seed % 2):
            self.people["Cat"].do(self._ready())
        async with asyncio.timeout(2000):
            while self._turn == turn:  # noqa: ASYNC110 - nothing tells it
                await asyncio.sleep(_LATER)
        new = {name: who.heard[before[name] :] for name, who in self.people.items() if name != "Bob"}
        return [at for heard in new.values() for at, _ in heard], [frame for _, frame in new["Eve"]]

    async def seen_by_those_who_run_it(self) -> bytes:
        """All that can be asked about rooms and players."""
        bureau = Bureau(self._local.host, tuple, lambda: None)
        orders = (order.Rooms(), order.ShowRoom(self._room), order.Players(), order.Status(), order.Reports())
        return b"\n".join([msgspec.json.encode(await bureau.carry_out(one)) for one in orders])

    def metrics(self) -> tuple[str, ...]:
        """The lines of `/metrics` that speak of play."""
        registry = CollectorRegistry()
        registry.register(MeterCollector(self._meters, self._local.host.rooms_by_phase, dict))
        lines = generate_latest(registry).decode().splitlines()
        return tuple(line for line in lines if not line.startswith('neo_sanctum_bytes_total{direction="in"}'))

    def frames(self) -> dict[str, Heard]:
        """What the others were sent so far."""
        return {name: list(who.heard) for name, who in self.people.items() if name != "Bob"}

    def thoughts(self) -> list[Thought]:
        """What computer players were given so far."""
        return list(self._thoughts)

    @property
    def _turn(self) -> int:
        state = self._image.state
        return 0 if state is None else state.public.turn

    @property
    def _image(self) -> Any:
        keeper = self._local.host.rooms.named(self._room)
        assert keeper is not None
        return keeper.room.image

    def _save(self, seat: Seat, dice: random.Random) -> say.SaveSlate:
        image = self._image
        slate = random_slate(Board(image.match), image.state.public, seat, dice)
        return say.SaveSlate(self._room, self._turn, slate)

    def _ready(self) -> say.SetReady:
        return say.SetReady(self._room, self._turn, ready=True)

    def _unlawful(self) -> tuple[say.Act, ...]:
        turn = self._turn
        return (
            say.SaveSlate(self._room, turn + 1, ()),
            say.SaveSlate(self._room, turn, (Ballot("no_such_law", aye=True, voice=9),)),
            say.SetPins(self._room, turn, (say.Pin("care", District(99)),)),
            say.StartMatch(self._room),
            say.Rematch(self._room),
        )


def overhear(seed: int, number: int) -> Overheard:
    """The run of this `number` of a seed."""
    loop = VirtualLoop()
    asyncio.set_event_loop(loop)
    try:
        with _logged() as lines:
            return loop.run_until_complete(_told(seed, number, lines))
    finally:
        asyncio.set_event_loop(None)
        loop.close()


async def _told(seed: int, number: int, lines: list[str]) -> Overheard:
    dice, loop, meters = random.Random(f"host {seed}"), asyncio.get_running_loop(), Meters()
    outside = Outside(
        lambda: 1_700_000_000_000 + int(loop.time() * 1000),
        lambda: f"{dice.getrandbits(215):043x}"[:43],
        dice.randrange,
    )
    thoughts: list[Thought] = []

    def thinking(thought: Thought) -> Slate:
        thoughts.append(thought)
        return think(replace(thought, level="random"))

    library = Library(ruleset(), {"grid": grid_city(4)}, ("random",))
    local = LocalHost(
        Config(),
        thinker=Thinker(pool_of_one_thread, player=thinking, meters=meters),
        library=library,
        outside=outside,
        meters=meters,
    )
    async with local:
        story = Story(seed, local, meters, thoughts)
        await story.begin()
        hidden = await story.hide(random.Random(f"hidden {seed} {number}"))
        await story.go_on()
        admin = await story.seen_by_those_who_run_it()
        frames, known, metrics, logs = story.frames(), story.thoughts(), story.metrics(), tuple(lines)
        times, reveal = await story.reveal()
        return Overheard(frames, logs, metrics, admin, known, times, reveal, hidden)


class _Lines(logging.Handler):
    """Writes down each entry in both forms of the log; when it was logged is not what is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._forms = (LineFormatter(), JsonFormatter())

    def emit(self, record: logging.LogRecord) -> None:
        """See the base class."""
        record.created, record.msecs = 0.0, 0.0
        self.lines += [form.format(record) for form in self._forms]


@contextmanager
def _logged() -> Iterator[list[str]]:
    root, handler = logging.getLogger(), _Lines()
    before = root.handlers, root.level
    root.handlers, root.level = [handler], logging.DEBUG
    try:
        yield handler.lines
    finally:
        root.handlers, root.level = before
