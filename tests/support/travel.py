"""Maps that travel: one drawn by rule, its package, and a server of the test's own that sends it."""

from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from game.maps import check
from game.maps.archive import pack, packed_files
from game.maps.generating import Request, generate
from game.maps.identity import package_hash
from game.protocol import messages as say
from game.protocol.refusals import Refused, refusal

DRAWN = "drawn-city"


def draw(into: Path, seed: int = 1) -> Path:
    """A folder of maps with one in it: two seats, eight districts, some hundred kilobytes."""
    generate(Request(DRAWN, seed=seed, seats=2, districts=8, style="grid"), into / DRAWN)
    return into


def identity_of(folder: Path) -> say.MapIdentity:
    """What a server says of the map in this folder."""
    files = packed_files(folder)
    size = sum((folder / name).stat().st_size for name in files)
    checked = check(folder)
    return say.MapIdentity(checked.rules_hash, package_hash(folder, files), checked.city.title, size)


@cache
def drawn() -> tuple[say.MapIdentity, bytes]:
    """A drawn map's identity and package, made once."""
    scratch = Path(mkdtemp())
    folder = draw(scratch) / DRAWN
    return identity_of(folder), pack(folder, scratch).read_bytes()


class Source:
    """A server that sends these bytes, whatever they are; from `fails_at` on the link is closed."""

    def __init__(self, data: bytes, fails_at: int | None = None) -> None:
        self.data = data
        self.fails_at = fails_at
        self.asked: list[int] = []

    async def map_part(self, package: str, offset: int) -> say.MapPart | say.Declined:
        self.asked.append(offset)
        if self.fails_at is not None and offset >= self.fails_at:
            raise ConnectionError("the link is closed")
        if offset > len(self.data):
            wrong = refusal(Refused.WRONG_OFFSET, "offset", found=offset, most=len(self.data))
            return say.Declined(1, (wrong,))
        part = self.data[offset : offset + say.MOST_BYTES_OF_PART]
        return say.MapPart(1, package, offset, part, len(self.data))


def untold(arrived: int, total: int) -> None:
    """Nobody watches the progress."""
