"""Which addresses a room may have its news sent to: a host is lent to nobody for asking third parties."""

from collections.abc import Collection
from urllib.parse import urlsplit


def is_allowed(url: str, hosts: Collection[str]) -> bool:
    """Whether a room may use this webhook: https, no name or password in it, the usual port, one of these hosts exactly."""
    if not url.isascii() or not url.isprintable() or " " in url or "\\" in url:
        return False
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return False
    plain = parts.username is None and parts.password is None and port in {None, 443} and not parts.fragment
    return parts.scheme == "https" and plain and (parts.hostname or "") in hosts
