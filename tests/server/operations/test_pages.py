from typing import Any

import msgspec
import pytest

from server.disk.memory_store import MemoryJournal
from server.meters import Meters
from server.operations.pages import OperationPages
from server.operations.watch import Watch
from tests.support.servers import local_host

TOKEN = "0123456789abcdef"


def read(pages: OperationPages, path: str) -> tuple[int, Any]:
    page = pages.page(path, {})
    assert page is not None
    assert page.kind == "application/json"
    return page.status, msgspec.json.decode(page.body)


async def test_a_server_is_alive_before_it_is_ready() -> None:
    pages = OperationPages(Meters(), TOKEN)
    assert read(pages, "/healthz") == (200, {"alive": True, "lag": 0.0, "lag_high": 0.0})
    assert read(pages, "/readyz") == (503, {"ready": False, "faults": ["starting"]})


async def test_it_says_why_nobody_should_be_sent_here() -> None:
    pages = OperationPages(Meters(), TOKEN)
    async with local_host(listen=False) as host, Watch(Meters(), MemoryJournal(), None) as watch:
        pages.show(host.host, watch)
        assert read(pages, "/readyz") == (200, {"ready": True, "faults": []})
        host.host.is_draining, watch.is_writable, host.host._desk.most_rooms = True, False, 0
        assert read(pages, "/readyz") == (503, {"ready": False, "faults": ["draining", "full", "storage"]})
    assert "stopping" in pages.faults()


@pytest.mark.parametrize(
    "given",
    [{}, {"authorization": TOKEN}, {"authorization": f"Bearer {TOKEN}x"}, {"authorization": "Bearer é"}],
)
def test_figures_are_for_who_has_the_token(given: dict[str, str]) -> None:
    pages = OperationPages(Meters(), TOKEN)
    refused = pages.page("/metrics", given)
    assert refused is not None
    assert refused.status == 401
    assert b"neo_sanctum_" not in refused.body
    shown = pages.page("/metrics", {"authorization": f"Bearer {TOKEN}"})
    assert shown is not None
    assert shown.status == 200
    assert shown.kind.startswith("text/plain; version=")
    assert b"neo_sanctum_turns_total 0.0" in shown.body


def test_there_is_nothing_else() -> None:
    assert OperationPages(Meters(), TOKEN).page("/admin", {}) is None
