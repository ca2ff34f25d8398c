"""Secrets that the server makes for its owner, each in a file that nobody else on the machine can read."""

import contextlib
import os
import secrets
from pathlib import Path
from typing import Final

from server.disk.folder_lock import OWNERS_ALONE

SHORTEST: Final = 16
"""Characters a token that somebody chose must have."""


class TokenFileError(Exception):
    """A token's file cannot be made, read or trusted; the message says which and how to mend it."""


def kept_token(path: Path) -> str:
    """The token in this file, made there on the first call with 256 random bits. Raises TokenFileError.

    The folder is made if need be. A file that others can read is refused rather than mended: whoever could
    read it may have done so.
    """
    try:
        path.parent.mkdir(OWNERS_ALONE, parents=True, exist_ok=True)
        with contextlib.suppress(FileExistsError):
            write_private(path, secrets.token_urlsafe(32) + "\n")
        text = path.read_text("utf-8").strip()
        mode = path.stat().st_mode
    except (OSError, UnicodeDecodeError) as error:
        raise TokenFileError(
            f"{path}: {error}; expected a file with a token that can be read here"
        ) from error
    if os.name == "posix" and mode & 0o077:
        raise TokenFileError(
            f"{path}: others can read it; delete it, and a new one is made at the next start"
        )
    if len(text) < SHORTEST:
        raise TokenFileError(
            f"{path}: found {len(text)} characters, expected {SHORTEST} or more; delete the file, and it is made anew"
        )
    return text


def write_private(path: Path, text: str) -> None:
    """Make the file, readable for this user alone from its first moment. Raises FileExistsError, OSError."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
