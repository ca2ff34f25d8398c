"""What a server sends is a stranger's: only the whole of what was meant comes in, and nothing is sent twice."""

import asyncio
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from game.link import map_fetch
from game.link.map_fetch import FetchError, Trouble, fetch
from game.maps import check
from game.maps.cache import MapCache
from game.maps.limits import FOLDER_BYTES
from game.protocol import messages as say
from game.protocol.refusals import Refused, refusal
from tests.maps.bad_zips import BAD_ZIPS
from tests.support.travel import Source, drawn, untold

PART = say.MOST_BYTES_OF_PART


@pytest.fixture
def cache(tmp_path: Path) -> MapCache:
    return MapCache(tmp_path / "cache")


async def refused(source: object, identity: say.MapIdentity, cache: MapCache) -> FetchError:
    with pytest.raises(FetchError) as told:
        await fetch(source, identity, cache, untold)  # type: ignore[arg-type]
    return told.value


async def test_a_map_comes_part_by_part_and_is_told_of(cache: MapCache) -> None:
    identity, data = drawn()
    source, seen = Source(data), []
    folder = await fetch(source, identity, cache, lambda arrived, total: seen.append((arrived, total)))
    assert check(folder).rules_hash == identity.rules
    assert source.asked == list(range(0, len(data), PART))
    assert seen == [(min(at + PART, len(data)), len(data)) for at in source.asked]


async def test_a_map_that_is_here_is_not_asked_for(cache: MapCache) -> None:
    identity, data = drawn()
    folder = await fetch(Source(data), identity, cache, untold)
    again = Source(data)
    assert await fetch(again, identity, cache, untold) == folder
    assert again.asked == []


@pytest.mark.parametrize("parts", [1, 3])
async def test_what_has_arrived_is_not_sent_again(cache: MapCache, parts: int) -> None:
    identity, data = drawn()
    with pytest.raises(ConnectionError):
        await map_fetch._receive(Source(data, parts * PART), package(identity), len(data), cache, untold)
    again = Source(data)
    await fetch(again, identity, cache, untold)
    assert again.asked == list(range(parts * PART, len(data), PART))


async def test_a_package_that_is_whole_but_was_not_looked_at_yet_is_not_sent_again(cache: MapCache) -> None:
    identity, data = drawn()
    cache.append(package(identity), data)
    source = Source(data)
    await fetch(source, identity, cache, untold)
    assert source.asked == [len(data)]


@pytest.mark.parametrize("rest", [b"x" * 1000, b"x" * 2_000_000])
async def test_a_rest_that_was_packed_otherwise_is_thrown_away_and_all_is_fetched(
    cache: MapCache, rest: bytes
) -> None:
    identity, data = drawn()
    cache.append(package(identity), rest)
    source = Source(data)
    assert check(await fetch(source, identity, cache, untold)).rules_hash == identity.rules
    assert source.asked[-1] == (len(data) - 1) // PART * PART
    assert 0 in source.asked


async def test_one_who_stops_it_goes_on_from_there(cache: MapCache) -> None:
    identity, data = drawn()
    stuck = asyncio.Event()

    class Slow(Source):
        async def map_part(self, package: str, offset: int) -> say.MapPart | say.Declined:
            if offset >= 2 * PART:
                stuck.set()
                await asyncio.Event().wait()
            return await super().map_part(package, offset)

    fetching = asyncio.create_task(fetch(Slow(data), identity, cache, untold))
    await stuck.wait()
    fetching.cancel()
    with pytest.raises(asyncio.CancelledError):
        await fetching
    again = Source(data)
    await fetch(again, identity, cache, untold)
    assert again.asked[0] == 2 * PART


async def test_two_who_fetch_the_same_map_share_what_arrives(cache: MapCache) -> None:
    identity, data = drawn()

    class Yielding(Source):
        async def map_part(self, package: str, offset: int) -> say.MapPart | say.Declined:
            await asyncio.sleep(0)
            return await super().map_part(package, offset)

    one, other = Yielding(data), Yielding(data)
    await asyncio.gather(
        *(map_fetch._receive(s, package(identity), len(data), cache, untold) for s in (one, other))
    )
    assert cache.half(package(identity)).read_bytes() == data


async def test_other_files_than_were_named_are_refused_and_forgotten(cache: MapCache) -> None:
    identity, data = drawn()
    other = replace(identity, package="0" * 64)
    assert (await refused(Source(data), other, cache)).trouble is Trouble.OTHER_FILES
    assert cache.arrived("0" * 64) == 0
    assert cache.find(identity.rules) is None


async def test_a_map_that_plays_otherwise_than_was_said_is_refused(cache: MapCache) -> None:
    identity, data = drawn()
    other = replace(identity, rules="0" * 64)
    assert (await refused(Source(data), other, cache)).trouble is Trouble.OTHER_RULES
    assert cache.find("0" * 64) is None


async def test_a_package_that_ends_too_early_is_refused(cache: MapCache) -> None:
    identity, data = drawn()
    assert (await refused(Source(data[:-300]), identity, cache)).trouble is Trouble.UNPLAYABLE
    assert cache.arrived(package(identity)) == 0


@pytest.mark.parametrize("code", BAD_ZIPS)
@pytest.mark.filterwarnings("ignore:Duplicate name")
async def test_a_hostile_zip_is_refused_by_its_code(cache: MapCache, tmp_path: Path, code: str) -> None:
    BAD_ZIPS[code](tmp_path / "bad.zip")
    data = (tmp_path / "bad.zip").read_bytes()
    identity = replace(drawn()[0], bytes=max(1, len(data)))
    failed = await refused(Source(data), identity, cache)
    assert failed.trouble is (Trouble.TOO_LARGE if len(data) > 8 << 20 else Trouble.UNPLAYABLE)
    if failed.trouble is Trouble.UNPLAYABLE:
        assert code in failed.detail
    assert cache.find(identity.rules) is None


async def test_names_that_lead_outside_write_nothing_outside(cache: MapCache, tmp_path: Path) -> None:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr("../../escaped.txt", "x")
    identity, data = drawn()[0], whole.getvalue()
    await refused(Source(data), identity, cache)
    assert not list(tmp_path.parent.rglob("escaped.txt"))


async def test_more_than_was_agreed_to_is_not_taken(cache: MapCache) -> None:
    identity, data = drawn()
    small = replace(identity, bytes=1000)
    failed = await refused(Source(data), small, cache)
    assert failed.trouble is Trouble.TOO_LARGE
    assert cache.arrived(package(identity)) == 0


async def test_a_map_too_large_to_be_one_is_not_asked_for(cache: MapCache) -> None:
    source = Source(b"")
    huge = replace(drawn()[0], bytes=FOLDER_BYTES + 1)
    assert (await refused(source, huge, cache)).trouble is Trouble.TOO_LARGE
    assert source.asked == []


async def test_a_server_that_sends_no_maps_is_not_asked(cache: MapCache) -> None:
    source = Source(b"")
    unsent = replace(drawn()[0], package=None)
    assert (await refused(source, unsent, cache)).trouble is Trouble.NOT_SENT
    assert source.asked == []


Lie = Callable[[say.MapPart], say.MapPart]
LIES: dict[str, Lie] = {
    "of another package": lambda part: replace(part, package="0" * 64),
    "from another place": lambda part: replace(part, offset=part.offset + 1),
    "a drop at a time": lambda part: replace(part, data=part.data[:1]),
    "nothing": lambda part: replace(part, data=b""),
    "too much": lambda part: replace(part, data=part.data + b"x"),
    "of another length each time": lambda part: replace(part, total=part.total + part.offset // PART),
}


@pytest.mark.parametrize("lie", LIES)
async def test_a_part_that_was_not_asked_for_is_refused(cache: MapCache, lie: str) -> None:
    identity, data = drawn()

    class Liar(Source):
        async def map_part(self, package: str, offset: int) -> say.MapPart | say.Declined:
            part = await super().map_part(package, offset)
            assert isinstance(part, say.MapPart)
            return LIES[lie](part)

    assert (await refused(Liar(data), identity, cache)).trouble is Trouble.ODD_ANSWER
    assert cache.arrived(package(identity)) == 0


async def test_the_servers_refusal_is_told(cache: MapCache) -> None:
    said = (refusal(Refused.UNKNOWN_PACKAGE, "package"),)

    class Refuser(Source):
        async def map_part(self, package: str, offset: int) -> say.MapPart | say.Declined:
            return say.Declined(1, said)

    failed = await refused(Refuser(b""), drawn()[0], cache)
    assert (failed.trouble, failed.refusals) == (Trouble.REFUSED, said)


async def test_a_cache_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    identity, data = drawn()
    failed = await refused(Source(data), identity, MapCache(tmp_path / "file" / "cache"))
    assert failed.trouble is Trouble.DISK


def package(identity: say.MapIdentity) -> str:
    assert identity.package is not None
    return identity.package
