"""Which addresses a room may have its news sent to: a host is lent to nobody for asking third parties."""

from collections.abc import Collection
from typing import Literal
from urllib.parse import SplitResult, urlsplit

HookFault = Literal["form", "host"]
"""The address is not a plain one over https, or on another host than those that are allowed."""


def hook_fault(url: str, hosts: Collection[str]) -> HookFault | None:
    """Why a room may not use this webhook: https, no name or password in it, the usual port, one of these hosts exactly."""
    parts = _split(url)
    if parts is None:
        return "form"
    return None if parts.hostname in hosts else "host"


def is_allowed(url: str, hosts: Collection[str]) -> bool:
    """Whether it may."""
    return hook_fault(url, hosts) is None


def host_of(url: str) -> str:
    """The host of an address that has no fault in its form, else nothing: the rest of it is a secret."""
    parts = _split(url)
    return "" if parts is None else parts.hostname or ""


def _split(url: str) -> SplitResult | None:
    """The address in its parts; None where one of them is not as it must be."""
    if not url.isascii() or not url.isprintable() or " " in url or "\\" in url:
        return None
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return None
    plain = parts.username is None and parts.password is None and port in {None, 443} and not parts.fragment
    return parts if parts.scheme == "https" and plain and parts.hostname else None
