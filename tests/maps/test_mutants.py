"""Ten thousand spoilt maps: each is read or refused in our own words, and nothing else happens."""

import shutil
from random import Random

import pytest

from game.maps import MapRefused, check
from game.maps.generating import Request, generate
from tests.maps.workshop import TINY

SHARDS = 20
EACH = 500
PAINTED_EACH = 4
WORDS = (
    b"nan", b"-1", b"0", b"1e9", b"99999999999", b"../../etc/passwd", b"\x00", b"\xff\xfe", b"&#0;", b"<![CDATA[",
    b"\xe2\x80\xae", b'"', b">", b"</layer>", b"<object/>", b"0,0 1,1", b"true", b"regions", b"scenario", b"base64",
)  # fmt: skip


@pytest.fixture(scope="module")
def painted(tmp_path_factory):
    folder = tmp_path_factory.mktemp("mutants") / "painted"
    generate(Request("painted", seed=6, seats=2, districts=8, style="grid"), folder)
    return folder


def spoil(data: bytes, draw: Random) -> bytes:
    """One to four changes: bytes, tokens, lines and numbers, put in, taken out, doubled or swapped."""
    for _ in range(draw.randint(1, 4)):
        data = draw.choice((_byte, _word, _cut, _double, _number, _swap))(data, draw)
    return data


def _place(data: bytes, draw: Random) -> int:
    return draw.randrange(max(1, len(data)))


def _byte(data: bytes, draw: Random) -> bytes:
    at = _place(data, draw)
    return data[:at] + bytes([draw.randrange(256)]) + data[at + 1 :]


def _word(data: bytes, draw: Random) -> bytes:
    at = _place(data, draw)
    return data[:at] + draw.choice(WORDS) + data[at + draw.randrange(8) :]


def _cut(data: bytes, draw: Random) -> bytes:
    at = _place(data, draw)
    return data[:at] + data[at + draw.randrange(200) :]


def _double(data: bytes, draw: Random) -> bytes:
    lines = data.splitlines(keepends=True) or [b""]
    at = draw.randrange(len(lines))
    return b"".join([*lines[: at + 1], *lines[at : at + draw.randint(1, 12)], *lines[at + 1 :]])


def _swap(data: bytes, draw: Random) -> bytes:
    lines = data.splitlines(keepends=True) or [b""]
    one, other = draw.randrange(len(lines)), draw.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"".join(lines)


def _number(data: bytes, draw: Random) -> bytes:
    """A digit inside quotes becomes another number."""
    at = data.find(b'="', _place(data, draw))
    end = data.find(b'"', at + 2)
    if at < 0 or end < 0:
        return data
    value = str(draw.choice((-1, 0, 1, 7, 255, 4096, 2**31, draw.randrange(10_000)))).encode()
    return data[: at + 2] + value + data[end:]


@pytest.mark.slow
@pytest.mark.parametrize("shard", range(SHARDS))
def test_a_spoilt_map_is_read_or_refused(shard, painted, tmp_path):
    draw = Random(shard)
    copies = {}
    for number, source in enumerate((TINY, painted)):
        copies[number] = tmp_path / source.name
        shutil.copytree(source, copies[number])
    refused = 0
    for turn in range(EACH):
        folder = copies[turn % PAINTED_EACH == 0]  # the painted one takes three times as long
        files = sorted(path for path in folder.iterdir() if path.suffix in (".tmx", ".tsx", ".json", ".png"))
        path = draw.choice([*files, folder / "map.tmx", folder / "map.tmx"])
        whole = path.read_bytes()
        path.write_bytes(spoil(whole, draw))
        try:
            check(folder)
        except MapRefused as refusal:
            refused += bool(refusal.faults)
        path.write_bytes(whole)
    assert refused > EACH // 4
