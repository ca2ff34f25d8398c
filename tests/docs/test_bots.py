"""The example bots of `docs/bots` play whole matches over a real server, through a crash of it."""

import ast
import asyncio
import re
import shutil
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import pytest

from game.link.happenings import MatchBegun, TurnPlayed
from game.link.match_client import MatchClient
from game.protocol import messages as say
from game.rules.ids import Seat
from game.rules.orders import NO_ORDERS
from game.rules.state import Outcome
from server.room.image import Image, Record
from tests.server.host.test_recovery import SickJournal
from tests.support.servers import PATIENCE, ServerProcess, address_of, client_at, local_host, server_process

DOCS = Path(__file__).parents[2] / "docs"
FOLDER = DOCS / "bots"
PYTHON = (sys.executable, "-W", "error", str(FOLDER / "bot.py"))
NODE = ("node", str(FOLDER / "bot.mjs"))

CRASH_AFTER = 2
"""Turns before the server is killed."""

MATCH_WITHIN = 90.0


def _why_no_node() -> str:
    if shutil.which("node") is None:
        return "there is no node here"
    if not (FOLDER / "node_modules" / "ws").is_dir():
        return "its packages are missing: npm install --no-package-lock in docs/bots"
    return ""


with_node = pytest.mark.skipif(bool(_why_no_node()), reason=_why_no_node())


# --- the files ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["bot.py", "bot.mjs"])
def test_a_bot_speaks_the_protocol_of_this_version(name: str) -> None:
    source = (FOLDER / name).read_text("utf-8")
    assert re.findall(r"^(?:const )?VERSION = (\d+);?$", source, re.MULTILINE) == [str(say.VERSION)]
    assert re.findall(r'^(?:const )?SUBPROTOCOL = "(.*)";?$', source, re.MULTILINE) == [say.SUBPROTOCOL]


@pytest.mark.parametrize(("name", "language"), [("bot.py", "python"), ("bot.mjs", "js")])
def test_the_page_shows_the_bot_as_it_is(name: str, language: str) -> None:
    shown = f"```{language}\n{(FOLDER / name).read_text('utf-8')}```\n"
    assert shown in (DOCS / "bots.md").read_text("utf-8"), f"put docs/bots/{name} into docs/bots.md anew"


def test_the_python_bot_needs_nothing_of_the_game() -> None:
    tree = ast.parse((FOLDER / "bot.py").read_text("utf-8"))
    names = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    names |= {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    roots = {str(name).partition(".")[0] for name in names}
    assert roots - set(sys.stdlib_module_names) == {"msgpack", "websockets"}


# --- playing --------------------------------------------------------------------------------------------


class Running:
    """A bot as a process; `line` gives what it says, line by line."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self.said: list[str] = []

    async def line(self) -> str:
        assert self._process.stdout is not None
        async with asyncio.timeout(PATIENCE):
            self.said.append((await self._process.stdout.readline()).decode().rstrip())
        return self.said[-1]

    async def ended(self) -> int:
        async with asyncio.timeout(PATIENCE):
            rest, errors = await self._process.communicate()
        self.said += rest.decode().splitlines()
        assert errors == b""
        assert self._process.returncode is not None
        return self._process.returncode


@asynccontextmanager
async def started(*words: str) -> AsyncIterator[Running]:
    process = await asyncio.create_subprocess_exec(
        *words, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    try:
        yield Running(process)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def played_on(third: MatchClient, turns: int) -> Outcome | None:
    """Play so many turns without orders, or to the end of the match; returns how it ended, if it did."""
    while turns:
        match await third.happening():
            case MatchBegun(begin) if begin.view.public.outcome is None:
                await third.save_slate(NO_ORDERS)
                await third.set_ready(ready=True)
            case TurnPlayed(after=after):
                turns -= 1
                if after.public.outcome is not None:
                    return after.public.outcome
                if turns:
                    await third.save_slate(NO_ORDERS)
                    await third.set_ready(ready=True)
    return None


async def third_seat(server: ServerProcess, code: str, stack: AsyncExitStack) -> MatchClient:
    third = await stack.enter_async_context(client_at(server.address))
    assert isinstance(await third.join(code, "Third", Seat(2)), say.Seated)
    await third.set_lobby_ready(ready=True)
    return third


async def match_through_a_crash(data: Path, maker: tuple[str, ...], guest: tuple[str, ...]) -> None:
    async with AsyncExitStack() as stack, asyncio.timeout(MATCH_WITHIN):
        async with server_process(data) as server:
            url, port = server.address.url, server.address.port
            seats = "sra:you,occ:open,ca:open"
            first = await stack.enter_async_context(started(*maker, url, "--name", "Ada", "--create", seats))
            code = (await first.line()).removeprefix("room ")
            second = await stack.enter_async_context(started(*guest, url, "--name", "Bea", "--join", code))
            third = await third_seat(server, code, stack)
            assert await played_on(third, CRASH_AFTER) is None
            server.process.kill()
        async with server_process(data, port):
            outcome = await played_on(third, 99)
            assert outcome is not None
            for bot in (first, second):
                assert await bot.ended() == 0
                assert "back in our seat" in bot.said
                assert not any("another one" in line or "missing" in line for line in bot.said)
                places = ", ".join(map(str, outcome.places))
                assert bot.said[-1].startswith(f"over: {outcome.ending}, places [{places}], we sat in seat")
        assert {bot.said[-1][-1] for bot in (first, second)} == {"0", "1"}


class FullForAWhile(SickJournal):
    """A disk that takes so much, and then nothing until it is mended."""

    left = 12

    def append(
        self, room: str, epoch: int, records: tuple[Record, ...], image: Image | None
    ) -> asyncio.Future[None]:
        self.left -= 1
        self.sick = self.left == 0 or self.sick
        return super().append(room, epoch, records, image)


@pytest.mark.slow
@pytest.mark.parametrize("bot", [PYTHON, pytest.param(NODE, marks=with_node)])
async def test_a_bot_plays_on_when_a_disk_that_was_full_works_again(bot: tuple[str, ...]) -> None:
    journal = FullForAWhile()
    async with local_host(journal=journal) as host, asyncio.timeout(MATCH_WITHIN):
        flags = ("--name", "Ada", "--create", "sra:you,occ:greedy")
        async with started(*bot, address_of(host).url, *flags) as running:
            while await running.line() != "our room is not back yet":
                assert running.said[-1], running.said
            journal.sick = False
            assert await running.ended() == 0
            assert "our room is back" in running.said
            assert running.said[-1].startswith("over: ")


@pytest.mark.slow
async def test_two_python_bots_and_a_third_play_through_a_crash_of_the_server(tmp_path: Path) -> None:
    await match_through_a_crash(tmp_path / "data", PYTHON, PYTHON)


@pytest.mark.slow
@with_node
async def test_a_node_and_a_python_bot_and_a_third_play_through_a_crash_of_the_server(tmp_path: Path) -> None:
    await match_through_a_crash(tmp_path / "data", NODE, PYTHON)
