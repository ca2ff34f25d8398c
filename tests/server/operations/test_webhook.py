import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from server.meters import Meters
from server.operations import webhook
from server.operations.webhook import OUTCOMES, Postman, Reply, post
from tests.support.logs import logged
from tests.support.servers import PATIENCE


class Box:
    """A web server of one's own on this machine; it gives these answers one after another, then 204."""

    def __init__(self, *answers: tuple[int, dict[str, str]]) -> None:
        self.answers = list(answers)
        self.got: list[tuple[str, dict[str, str], bytes]] = []
        self.url = ""

    def answer(self, path: str, headers: dict[str, str], body: bytes) -> tuple[int, dict[str, str]]:
        self.got.append((path, headers, body))
        return self.answers.pop(0) if self.answers else (204, {})


@contextmanager
def served(box: Box) -> Iterator[Box]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            status, headers = box.answer(self.path, dict(self.headers), body)
            self.send_response(status)
            for name, value in {**headers, "Content-Length": "0"}.items():
                self.send_header(name, value)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    box.url = f"http://127.0.0.1:{server.server_address[1]}/hook?wait=1"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield box
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webhook, "PATIENCE", (0.01, 0.01))


async def sent(box: Box) -> Meters:
    """What is counted once a letter to the box is delivered or dropped."""
    meters = Meters()
    async with Postman(meters) as postman, asyncio.timeout(PATIENCE):
        postman.take(box.url, b'{"content":"hello"}')
        await asyncio.gather(*postman._letters)
    return meters


async def test_a_letter_arrives_as_json() -> None:
    with served(Box()) as box:
        assert (await sent(box)).letters == {"sent": 1, "stopped": 0}
    ((path, headers, body),) = box.got
    assert (path, body) == ("/hook?wait=1", b'{"content":"hello"}')
    assert headers["Content-Type"] == "application/json"
    assert set(headers) == {
        "Host",
        "Accept-Encoding",
        "Content-Length",
        "Content-Type",
        "User-Agent",
    }


@pytest.mark.parametrize("status", [429, 500, 503, 408])
async def test_a_fault_that_passes_is_tried_again(status: int) -> None:
    with served(Box((status, {}), (status, {}))) as box:
        assert (await sent(box)).letters["sent"] == 1
    assert len(box.got) == 3


async def test_it_gives_up_in_the_end() -> None:
    with served(Box(*[(503, {})] * 9)) as box:
        assert (await sent(box)).letters["given_up"] == 1
    assert len(box.got) == 3


@pytest.mark.parametrize("status", [400, 401, 404, 410])
async def test_what_is_refused_is_not_sent_again_and_the_log_keeps_the_address_to_itself(
    status: int, caplog: pytest.LogCaptureFixture
) -> None:
    with served(Box((status, {}))) as box:
        assert (await sent(box)).letters["refused"] == 1
    assert len(box.got) == 1
    assert "a letter to a webhook is dropped [letter_dropped] code=refused host=127.0.0.1" in logged(caplog)
    assert "hook?wait" not in logged(caplog)


async def test_a_redirect_is_not_followed() -> None:
    with served(Box()) as elsewhere, served(Box((302, {"Location": elsewhere.url}))) as box:
        assert (await sent(box)).letters["refused"] == 1
    assert elsewhere.got == []


async def test_nobody_at_the_address_is_tried_again_then_given_up() -> None:
    with served(Box()) as box:
        url = box.url
    gone = Box()
    gone.url = url
    assert (await sent(gone)).letters["given_up"] == 1


async def test_who_says_when_to_come_again_is_heeded(monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []
    sleep = asyncio.sleep

    async def sleeping(seconds: float) -> None:
        slept.append(seconds)
        await sleep(0)

    monkeypatch.setattr("server.operations.webhook.asyncio.sleep", sleeping)
    answers = iter([Reply(429, 7.5), Reply(429, 1e9), Reply(204)])
    async with Postman(Meters(), lambda _url, _body: next(answers)) as postman:
        postman.take("https://hooks.example/", b"")
        await asyncio.gather(*postman._letters)
    assert slept == [7.5, webhook.LONGEST_WAIT]


@pytest.mark.parametrize(
    ("text", "wait"),
    [("3", 3.0), ("0.5", 0.5), ("-1", None), ("nan", None), ("inf", None), ("soon", None), ("", None)],
)
async def test_what_is_asked_for_is_read_with_care(text: str, wait: float | None) -> None:
    with served(Box((429, {"Retry-After": text}))) as box:
        assert await asyncio.to_thread(post, box.url, b"") == Reply(429, wait)


async def test_what_is_no_http_is_no_answer() -> None:
    async def babble(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 welcome to another protocol\r\n")
        writer.close()
        await writer.wait_closed()

    server = await asyncio.start_server(babble, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        assert await asyncio.to_thread(post, f"http://127.0.0.1:{port}/", b"") == Reply(0)


async def test_only_so_many_letters_wait_and_one_address_cannot_use_up_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(webhook, "MOST_LETTERS", 5)
    monkeypatch.setattr(webhook, "MOST_TO_ONE", 3)
    free = threading.Event()
    meters = Meters()

    def hang(_url: str, _body: bytes) -> Reply:
        free.wait(PATIENCE)
        return Reply(204)

    async with Postman(meters, hang) as postman:
        for url in ("a", "a", "a", "a", "b", "b", "b"):
            postman.take(url, b"")
        assert meters.letters["full"] == 2
        free.set()
        await asyncio.gather(*postman._letters)
        assert meters.letters["sent"] == 5


async def test_the_end_of_the_server_waits_for_no_letter() -> None:
    meters = Meters()
    async with Postman(meters, lambda _url, _body: Reply(503, 300.0)) as postman:
        postman.take("https://hooks.example/", b"")
        await asyncio.sleep(0.05)
    assert meters.letters == {"stopped": 1}
    assert set(meters.letters) <= set(OUTCOMES)
