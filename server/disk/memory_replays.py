"""An archive that is forgotten with the process: for solo play and for tests."""

from game.protocol.messages import ArchivedMatch
from server.disk.replays import MOST_LISTED, KeptReplay, ReplayBytes, Unkept

MOST_KEPT = 20


class MemoryReplays:
    """Keeps the same promises as the archive on disk, but for surviving; of more than `MOST_KEPT` the first goes."""

    def __init__(self) -> None:
        self._kept: dict[str, KeptReplay] = {}

    async def keep(self, replay: KeptReplay) -> None:
        """See `Replays.keep`."""
        self._kept.pop(replay.about.room, None)
        self._kept[replay.about.room] = replay
        if len(self._kept) > MOST_KEPT:
            del self._kept[next(iter(self._kept))]

    async def cannot(self, unkept: Unkept) -> None:
        """See `Replays.cannot`."""

    async def unkept(self) -> tuple[Unkept, ...]:
        """See `Replays.unkept`: there is no room that was here before the process."""
        return ()

    async def listed(self, person: int) -> tuple[ArchivedMatch, ...]:
        """See `Replays.listed`."""
        newest = sorted(self._kept.values(), key=lambda kept: (-kept.about.ended_at, kept.about.room))
        own = [kept for kept in newest if person in kept.persons][:MOST_LISTED]
        public = [kept for kept in newest if kept.is_public][:MOST_LISTED]
        return tuple(kept.about for kept in newest if kept in own or kept in public)

    async def may_have(self, room: str, person: int) -> bool:
        """See `Replays.may_have`."""
        kept = self._kept.get(room)
        return kept is not None and (kept.is_public or person in kept.persons)

    async def part(self, room: str, offset: int, length: int) -> ReplayBytes | None:
        """See `Replays.part`."""
        kept = self._kept.get(room)
        return None if kept is None else ReplayBytes(kept.body[offset : offset + length], len(kept.body))
