"""What one gets for something that is being stored."""

import asyncio
from collections.abc import Callable, Generator
from typing import Any


class Receipt:
    """Like a future, but who waits by `add_done_callback` goes on at once, before the loop turns to anything else.

    It may be awaited, too.
    """

    __slots__ = ("_error", "_is_done", "_then")

    def __init__(self) -> None:
        self._is_done = False
        self._error: Exception | None = None
        self._then: tuple[Callable[[Receipt], object], ...] = ()

    def done(self) -> bool:
        """Whether it is stored, or never will be."""
        return self._is_done

    def result(self) -> None:
        """Raises why it is not stored; InvalidStateError as long as nobody knows."""
        if not self._is_done:
            raise asyncio.InvalidStateError("it is not known yet whether it is stored")
        if self._error is not None:
            raise self._error

    def add_done_callback(self, then: "Callable[[Receipt], object]", /) -> None:
        """Call this, with the receipt, as soon as it is done; it is not done yet."""
        self._then += (then,)

    def settle(self, error: Exception | None = None) -> None:
        """It is stored, or why not; once. What those raise who waited, the loop is told, as of any callback of its own."""
        self._is_done, self._error = True, error
        for then in self._then:
            try:
                then(self)
            except Exception as fault:  # noqa: BLE001 - it is nobody's here, and others wait
                told = {"message": "something that waited for the disk failed", "exception": fault}
                asyncio.get_running_loop().call_exception_handler(told)

    def __await__(self) -> Generator[Any, None, None]:
        """Wait for it. Raises as `result` does."""
        if not self._is_done:
            waiting: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self.add_done_callback(lambda _: None if waiting.done() else waiting.set_result(None))
            yield from waiting
        self.result()
