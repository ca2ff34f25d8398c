"""News as a letter to a webhook: JSON that Discord takes, and others like it, in which nobody can be called by name."""

from datetime import UTC, datetime
from typing import Any, Final

import msgspec

from game.text.catalog import Catalog
from server.operations.news import News

_MARKUP: Final = "\\*_~`|>#[]()<:-"
_GAP: Final = "\u200b"
"""A space of no width: what follows it is no longer a mention."""


def letter(news: News, server: str, catalog: Catalog) -> bytes:
    """The body of the request; `server` is the name of the server, which signs it."""
    said = catalog.say(
        f"webhook-{news.kind}",
        names=", ".join(harmless(name) for name in news.names),
        room=harmless(news.room),
        turn=news.turn,
    )
    body: dict[str, Any] = {"content": said, "username": harmless(server), "allowed_mentions": {"parse": []}}
    if news.deadline:
        until = datetime.fromtimestamp(news.deadline / 1000, UTC).strftime("%Y-%m-%d %H:%M")
        closes = catalog.say("webhook-deadline", until=until)
        body["embeds"] = [{"title": harmless(news.room), "description": closes}]
    return msgspec.json.encode(body)


def harmless(text: str) -> str:
    """The text with nothing in it that formats, links or calls somebody."""
    words = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    escaped = "".join(f"\\{c}" if c in _MARKUP else c for c in words)
    return escaped.replace("@", f"@{_GAP}").replace("/", f"/{_GAP}")
