"""A client whose server is the test: it hears what is played to it, and what it says is kept."""

import asyncio

from msgspec.structs import replace

from game.link import happenings as tell
from game.link.link import Arrived, Closed, Dropped, LinkEvent, Opened
from game.link.match_client import MatchClient
from game.protocol import messages as say
from game.rules.ids import Seat
from tests.support.rooms import ANN, begun

WELCOME = say.Welcome(say.VERSION, "0.1", "Test", (), (), (), ())
BENCH = begun()
ROOM = BENCH.room.info()
BEGIN = BENCH.heard(ANN, say.Begin)[0]
TOKEN = "t" * 43


class ScriptedLink:
    """A link whose server is the test."""

    def __init__(self) -> None:
        self.sent: list[say.Upward] = []
        self.events: asyncio.Queue[LinkEvent] = asyncio.Queue()

    def send(self, message: say.Upward) -> None:
        self.sent.append(message)

    async def receive(self) -> LinkEvent:
        return await self.events.get()

    async def close(self) -> None:
        self.events.put_nowait(Closed("closed here"))

    async def play(self, *events: LinkEvent | say.Downward) -> None:
        """Let the client do what it is about to do, then let this happen to it."""
        await asyncio.sleep(0)
        for event in events:
            known = isinstance(event, Opened | Arrived | Dropped | Closed)
            self.events.put_nowait(event if known else Arrived(event))  # type: ignore[arg-type]
        for _ in range(len(events) + 2):
            await asyncio.sleep(0)

    def commands(self) -> list[say.Command]:
        return [message for message in self.sent if isinstance(message, say.Command)]


def told(client: MatchClient) -> list[tell.Happening]:
    happenings = []
    while (happening := client.poll()) is not None:
        happenings.append(happening)
    return happenings


async def seated(link: ScriptedLink, client: MatchClient) -> None:
    asking = asyncio.create_task(client.join("r1", "Ann"))
    await link.play(Opened(), WELCOME, say.Seated(1, ROOM, Seat(0), TOKEN), BEGIN)
    assert isinstance(await asking, say.Seated)


async def watching(link: ScriptedLink, client: MatchClient) -> None:
    asking = asyncio.create_task(client.watch("r1", "sesame"))
    await link.play(Opened(), WELCOME, say.Watching(1, ROOM), replace(BEGIN, seat=Seat(-1)))
    assert isinstance(await asking, say.Watching)
