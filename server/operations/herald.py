"""Looks at each match that changes and writes to those who are away, each thing once a turn."""

import asyncio
from collections.abc import Callable, Collection

from msgspec import Struct

from game.rules.ids import Seat
from game.text.catalog import Catalog
from server.operations.letter import letter
from server.operations.news import TWO_HOURS, News, is_slow, one_is_last, turn_began, turn_of, two_hours_left
from server.room.image import Image

Take = Callable[[str, bytes], None]
"""Sends a body to an address soon."""


class _Told(Struct):
    """What was told of a room's turn; `image` is how it was seen last, `timer` the one for two hours left."""

    turn: int
    image: Image
    is_last_told: bool = False
    timer: asyncio.TimerHandle | None = None

    def forget_timer(self) -> None:
        """No longer meant."""
        if self.timer is not None:
            self.timer.cancel()
            self.timer = None


class Herald:
    """Call `look` after everything that happened in a room, and `forget` when it is let go.

    A room that is first seen in the middle of a turn, as all are after a restart, has been told of that turn. News go
    to the room's own webhook, and those of public rooms to `url`, the server's, where there are such.
    """

    def __init__(self, take: Take, server: str, url: str, wall: Callable[[], int]) -> None:
        """`server` is its name; `wall` gives milliseconds since 1970."""
        self._take = take
        self._server = server
        self._url = url
        self._wall = wall
        self._catalog = Catalog()
        self._told: dict[str, _Told] = {}

    def look(self, image: Image, here: Collection[Seat]) -> None:
        """A room is like this now, and these seats are connected. Waits for nothing."""
        if not is_slow(image) or not self._addresses(image):
            return
        room, turn = image.setup.id, turn_of(image)
        told = self._told.get(room)
        if told is None:
            told = self._told[room] = _Told(turn, image)
            self._mind_the_deadline(told, image)
        elif turn != told.turn:
            told.forget_timer()
            self._told[room] = told = _Told(turn, image)
            self._write(image, turn_began(image, here))
            self._mind_the_deadline(told, image)
        else:
            self._look_again(told, image, here)

    def _look_again(self, told: _Told, image: Image, here: Collection[Seat]) -> None:
        if not told.is_last_told:
            last = one_is_last(image, here)
            told.is_last_told = last is not None
            self._write(image, last)
        if image.deadline != told.image.deadline:
            self._mind_the_deadline(told, image)
        told.image = image

    def forget(self, room: str) -> None:
        """The room is not in memory any more."""
        told = self._told.pop(room, None)
        if told is not None:
            told.forget_timer()

    def _mind_the_deadline(self, told: _Told, image: Image) -> None:
        """Two hours before it the room as it is then says who is told; a turn that is shorter needs no such word."""
        told.forget_timer()
        left = image.deadline - TWO_HOURS - self._wall() if image.deadline else 0
        if left > 0:
            loop = asyncio.get_running_loop()
            told.timer = loop.call_later(left / 1000, self._two_hours, told)

    def _two_hours(self, told: _Told) -> None:
        told.timer = None
        self._write(told.image, two_hours_left(told.image))

    def _addresses(self, image: Image) -> set[str]:
        """What a room that is not public does is not told to the whole server."""
        return {self._url if image.setup.public else "", image.setup.webhook} - {""}

    def _write(self, image: Image, news: News | None) -> None:
        if news is not None:
            body = letter(news, self._server, self._catalog)
            for url in self._addresses(image):
                self._take(url, body)
