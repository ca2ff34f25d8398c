"""The pages for programs that watch the server: `/healthz`, `/readyz` and `/metrics`."""

import functools
import hmac
from collections.abc import Mapping
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

import msgspec

from server.host.host import Host
from server.meters import Meters
from server.operations.watch import Watch
from server.wire.pages import PLAIN, Page

if TYPE_CHECKING:
    from server.operations.metrics import Exposition

_JSON: Final = "application/json"
_UNAUTHORIZED: Final = b"Figures are for the server's owner: send Authorization: Bearer TOKEN\n"


class OperationPages:
    """Fulfils `server.wire.pages.Pages`. Until `show` was called the server counts as starting.

    `token` opens `/metrics`; the other two are open to anybody and say nothing about who plays.
    """

    def __init__(self, meters: Meters, token: str) -> None:
        self._meters = meters
        self._expected = f"Bearer {token}".encode()
        self._host: Host | None = None
        self._watch: Watch | None = None

    def show(self, host: Host, watch: Watch) -> None:
        """The server stands: from now on this is what is shown."""
        self._host, self._watch = host, watch

    def page(self, path: str, headers: Mapping[str, str]) -> Page | None:
        """See `Pages.page`."""
        match path:
            case "/healthz":
                return self._health()
            case "/readyz":
                return self._readiness()
            case "/metrics":
                return self._figures(headers)
            case _:
                return None

    def faults(self) -> tuple[str, ...]:
        """Why nobody new should be sent here; empty when the server is ready.

        Each is one of `starting`, `stopping`, `draining`, `full` and `storage`.
        """
        host, watch = self._host, self._watch
        if host is None or watch is None:
            return ("starting",)
        found = {
            "stopping": host.is_stopping,
            "draining": host.is_draining,
            "full": host.is_full,
            "storage": not watch.is_writable,
        }
        return tuple(fault for fault, is_so in found.items() if is_so)

    def _health(self) -> Page:
        lag = 0.0 if self._watch is None else self._watch.lag
        worst = self._meters.lag_high.value
        return _json(HTTPStatus.OK, {"alive": True, "lag": round(lag, 6), "lag_high": round(worst, 6)})

    def _readiness(self) -> Page:
        faults = self.faults()
        status = HTTPStatus.SERVICE_UNAVAILABLE if faults else HTTPStatus.OK
        return _json(status, {"ready": not faults, "faults": faults})

    def _figures(self, headers: Mapping[str, str]) -> Page:
        found = headers.get("authorization", "").encode("utf-8", "replace")
        if not hmac.compare_digest(found, self._expected):
            return Page(HTTPStatus.UNAUTHORIZED, PLAIN, _UNAUTHORIZED)
        # Some 25 ms at the first time, and 2 MB that a server whose figures nobody reads does without.
        from server.operations.metrics import KIND  # noqa: PLC0415

        return Page(HTTPStatus.OK, KIND, self._exposition.text())

    @functools.cached_property
    def _exposition(self) -> "Exposition":
        from server.operations.metrics import Exposition, MeterCollector  # noqa: PLC0415 - see above

        return Exposition(MeterCollector(self._meters, self._rooms, self._states))

    def _rooms(self) -> Mapping[str, float]:
        return {} if self._host is None else self._host.rooms_by_phase()

    def _states(self) -> Mapping[str, float]:
        faults = self.faults()
        states = ("starting", "stopping", "draining", "full", "storage")
        return {"ready": float(not faults), **{state: float(state in faults) for state in states}}


def _json(status: HTTPStatus, value: dict[str, Any]) -> Page:
    return Page(status, _JSON, msgspec.json.encode(value) + b"\n")
