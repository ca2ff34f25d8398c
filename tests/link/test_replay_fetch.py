import pytest

from game.link.replay_fetch import ReplayFetchError, fetch_replay
from game.protocol.messages import MOST_BYTES_OF_PART, Declined, ReplayPart
from game.protocol.refusals import Refused, refusal
from game.replays.codec import MOST_BYTES

DATA = bytes(range(256)) * 600


class Source:
    """Sends a replay, or answers as it is told to."""

    def __init__(self, *odd: ReplayPart | Declined) -> None:
        self.odd = list(odd)
        self.asked: list[int] = []

    async def replay_part(self, room: str, offset: int) -> ReplayPart | Declined:
        self.asked.append(offset)
        if self.odd:
            return self.odd.pop(0)
        return ReplayPart(1, room, offset, DATA[offset : offset + MOST_BYTES_OF_PART], len(DATA))


async def test_parts_are_put_together_and_told() -> None:
    source, told = Source(), []
    data = await fetch_replay(source, "r", lambda arrived, total: told.append((arrived, total)))
    assert data == DATA
    assert source.asked == [0, 65536, 131072]
    assert told == [(65536, len(DATA)), (131072, len(DATA)), (len(DATA), len(DATA))]


async def test_an_empty_one_ends_at_once() -> None:
    assert await fetch_replay(Source(ReplayPart(1, "r", 0, b"", 0)), "r", lambda *_: None) == b""


@pytest.mark.parametrize(
    "odd",
    [
        ReplayPart(1, "r", 5, b"x", 10),
        ReplayPart(1, "r", 0, b"", 10),
        ReplayPart(1, "r", 0, b"xxx", 2),
        ReplayPart(1, "r", 0, b"x", MOST_BYTES + 1),
    ],
)
async def test_what_cannot_be_is_not_taken(odd: ReplayPart) -> None:
    with pytest.raises(ReplayFetchError, match="byte"):
        await fetch_replay(Source(odd), "r", lambda *_: None)


async def test_a_refusal_keeps_the_servers_words() -> None:
    refused = (refusal(Refused.NO_REPLAY),)
    with pytest.raises(ReplayFetchError) as raised:
        await fetch_replay(Source(Declined(1, refused)), "r", lambda *_: None)
    assert raised.value.refusals == refused
