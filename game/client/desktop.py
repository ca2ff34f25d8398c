"""The client on a desktop: frames by the loop's clock, settings in the player's folder."""

import asyncio
import logging
import os
import tempfile
from pathlib import Path
from typing import Final

import platformdirs

from game.link.identity import KEY_BYTES, fresh_key

APP: Final = "neo-sanctum"
FRAMES_A_SECOND: Final = 60
IDLE_FRAMES_A_SECOND: Final = 25
"""While nothing moves: often enough that the first key is answered at once, seldom enough to cost nothing."""

_log = logging.getLogger(__name__)


class Desktop:
    """Frames, settings, and the player's own maps. `folder` replaces the player's folders, for tests."""

    def __init__(self, folder: Path | None = None) -> None:
        config = folder or Path(platformdirs.user_config_dir(APP))
        self._file = config / "settings.json"
        self._key_file = config / "identity.key"
        self._data = folder or Path(platformdirs.user_data_dir(APP))
        self._due = 0.0

    async def next_frame(self, *, idle: bool = False) -> float:
        """Wait until the next frame is due; returns seconds of a clock that never goes back."""
        loop = asyncio.get_running_loop()
        now = loop.time()
        self._due = max(self._due + 1 / (IDLE_FRAMES_A_SECOND if idle else FRAMES_A_SECOND), now)
        await asyncio.sleep(self._due - now)
        return loop.time()

    def maps_folder(self) -> Path:
        """Where the player keeps maps of others, a folder each; it need not exist."""
        return self._data / "maps"

    def replays_folder(self) -> Path:
        """Where the replays of the player's matches are kept; it need not exist."""
        return self._data / "replays"

    def seats_file(self) -> Path:
        """Where the player's seats on other machines are kept; it need not exist."""
        return self._data / "seats.json"

    def load_settings(self) -> bytes | None:
        """The player's settings as they were saved, or None if there are none that can be read."""
        try:
            return self._file.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            _log.warning("%s: %s; the defaults are used", self._file, error)
            return None

    def save_settings(self, data: bytes) -> None:
        """Keep the player's settings; the old ones stay if the new ones cannot be written whole. Raises OSError."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        half = self._file.with_suffix(".part")
        half.write_bytes(data)
        half.replace(self._file)

    def identity_key(self) -> bytes | None:
        """See `Platform.identity_key`. The file is the player's alone; a broken one is told and left as it is."""
        try:
            if not self._key_file.exists():
                self._make_key()
            key = bytes.fromhex(self._key_file.read_text("ascii"))
        except (OSError, ValueError) as error:
            _log.warning("%s: %s; you are a guest on every server", self._key_file, error)
            return None
        if len(key) != KEY_BYTES:
            _log.warning(
                "%s: found %d bytes, expected %d; you are a guest on every server",
                self._key_file,
                len(key),
                KEY_BYTES,
            )
            return None
        return key

    def _make_key(self) -> None:
        """Whole or not at all; if another window of the player was faster, its key counts."""
        self._key_file.parent.mkdir(parents=True, exist_ok=True)
        descriptor, half = tempfile.mkstemp(dir=self._key_file.parent)
        try:
            with os.fdopen(descriptor, "w", encoding="ascii") as file:
                file.write(fresh_key().hex())
            try:
                os.link(half, self._key_file)
            except FileExistsError:
                pass
            except OSError:  # a disk that knows no second name for a file
                Path(half).replace(self._key_file)
        finally:
            Path(half).unlink(missing_ok=True)
