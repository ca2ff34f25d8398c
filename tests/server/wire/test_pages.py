import asyncio
from collections.abc import Mapping

from server.wire.pages import Page
from tests.support.servers import PATIENCE, address_of, local_host


class OnePage:
    """Says at `/mirror` what was asked with."""

    def page(self, path: str, headers: Mapping[str, str]) -> Page | None:
        if path != "/mirror":
            return None
        return Page(418, "text/html", repr(sorted(headers.items())).encode())


async def get(path: str, *headers: str, method: str = "GET") -> tuple[str, str]:
    """Head and body of the answer, over a real socket."""
    async with asyncio.timeout(PATIENCE), local_host(pages=OnePage()) as host:
        address = address_of(host)
        reader, writer = await asyncio.open_connection(address.host, address.port)
        writer.write("\r\n".join((f"{method} {path} HTTP/1.1", *headers, "", "")).encode())
        answer = (await reader.read()).decode()
        writer.close()
        await writer.wait_closed()
    head, _, body = answer.partition("\r\n\r\n")
    return head, body


async def test_the_first_page_tells_how_to_join_whatever_is_asked_of_it() -> None:
    for path in ("/", "/?from=a-link"):
        head, body = await get(path)
        assert head.startswith("HTTP/1.1 200 OK")
        assert "neo-sanctum join 127.0.0.1:" in body


async def test_a_page_is_given_what_was_asked_with_and_answers_as_it_likes() -> None:
    head, body = await get("/mirror?full=1", "Host: x", "X-Several: a", "x-several: b")
    assert head.startswith("HTTP/1.1 418 ")
    assert "Content-Type: text/html" in head
    assert f"Content-Length: {len(body)}" in head
    assert body == "[('host', 'x'), ('x-several', 'a, b')]"


async def test_where_there_is_no_page_it_says_so() -> None:
    head, body = await get("/elsewhere")
    assert head.startswith("HTTP/1.1 404 ")
    assert "see /" in body


async def test_pages_are_only_read() -> None:
    head, _ = await get("/mirror", method="POST")
    assert head.startswith("HTTP/1.1 405 ")
