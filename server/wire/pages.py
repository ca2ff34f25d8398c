"""Pages on the port of the websockets, for browsers and for programs that watch the server."""

import email.utils
from collections.abc import Mapping
from http import HTTPStatus
from typing import Final, Protocol

from msgspec import Struct
from websockets.datastructures import Headers
from websockets.http11 import Request, Response

PLAIN: Final = "text/plain; charset=utf-8"

_HOW_TO_JOIN: Final = """Neo-Sanctum, a multiplayer faction strategy game.

This is a game server. To play here, install the game and run

    neo-sanctum join {address}

or choose Join in its title screen and enter that address.
"""


class Page(Struct, frozen=True):
    """An answer to a plain GET: the HTTP status, the content type such as `text/plain; charset=utf-8`, the body."""

    status: int
    kind: str
    body: bytes


class Pages(Protocol):
    """What there is on the port beside `/`, which tells how to join."""

    def page(self, path: str, headers: Mapping[str, str]) -> Page | None:
        """The page at `path`, which has no query; None where there is none. Must not wait, nor raise.

        `headers` are the request's, by their names in lower case; what came several times is joined with
        commas. Anybody may ask: a page that is not for everyone looks for a token in them.
        """


class NoPages:
    """Nothing beside `/`."""

    def page(self, path: str, headers: Mapping[str, str]) -> Page | None:
        """See `Pages.page`."""
        del path, headers
        return None


def answer(request: Request, address: str, pages: Pages) -> Response:
    """The answer to a request that does not ask for a websocket; players join at `address`."""
    path = request.path.partition("?")[0]
    if request.method != "GET":
        page: Page | None = Page(HTTPStatus.METHOD_NOT_ALLOWED, PLAIN, b"Pages are only read, by GET.\n")
    elif path == "/":
        page = Page(HTTPStatus.OK, PLAIN, _HOW_TO_JOIN.format(address=address).encode())
    else:
        page = pages.page(path, _by_name(request.headers))
    return _response(page or Page(HTTPStatus.NOT_FOUND, PLAIN, b"There is nothing here; see /\n"))


def _by_name(headers: Headers) -> dict[str, str]:
    return {name.lower(): ", ".join(headers.get_all(name)) for name in headers}


def _response(page: Page) -> Response:
    headers = Headers(
        [
            ("Date", email.utils.formatdate(usegmt=True)),
            ("Connection", "close"),
            ("Content-Length", str(len(page.body))),
            ("Content-Type", page.kind),
            ("Cache-Control", "no-store"),
            ("X-Content-Type-Options", "nosniff"),
        ]
    )
    status = HTTPStatus(page.status)
    return Response(status.value, status.phrase, headers, page.body)
