"""The replay of a room's match, once it is over. Pure; knows no journal."""

from collections.abc import Sequence

from game.replays.recording import NotRecordableError, Occasion, Played, record
from server.room.image import Image, Resolved


def is_finished(image: Image) -> bool:
    """Whether a match was played here to its end."""
    return image.match is not None and image.state is not None and image.state.public.outcome is not None


def replay_of(image: Image, turns: Sequence[Resolved], ended_at: int) -> bytes:
    """The replay's file; `turns` are all that were resolved, in order, `ended_at` in seconds since 1970.

    Raises NotRecordableError for a match that is not over: its seed and its slates are secret until then.
    """
    if image.match is None or image.state is None or image.state.public.outcome is None:
        raise NotRecordableError(f"room {image.setup.id} has no match that is over")
    occasion = Occasion(
        image.setup.map,
        image.identity.rules if image.identity is not None else "",
        tuple(seat.name for seat in image.seats),
        tuple(seat.player for seat in image.seats),
        ended_at,
    )
    played = [Played(turn.slates, turn.agreed, turn.state_hash) for turn in turns]
    return record(image.match, image.state.secret.seed, played, occasion)
