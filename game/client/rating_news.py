"""What a match has done to one's rating: the server is asked again who one is, over a connection of its own."""

import asyncio
from typing import Final

from game.client.contact import Contact
from game.client.launcher import LaunchError
from game.client.screens.base import Stage
from game.link.match_client import LinkClosedError
from game.protocol.messages import Profile, Rating

TRIES: Final = 3
PAUSE: Final = 1.0
"""Seconds between two tries: a result is counted soon after the match, not in it."""


async def rating_news(stage: Stage, contact: Contact, mode: str) -> tuple[Rating | None, Rating] | None:
    """The rating in a mode before and after the match; None where nothing has changed, or the server does not say."""
    client = contact.client
    known = client.welcome.you if client is not None and client.welcome is not None else None
    before = rating_of(known, mode)
    for _ in range(TRIES):
        try:
            after = rating_of(await _profile(stage, contact), mode)
        except (LaunchError, LinkClosedError, OSError):
            return None
        if after is not None and after != before:
            return before, after
        await asyncio.sleep(PAUSE)
    return None


def rating_of(profile: Profile | None, mode: str) -> Rating | None:
    """A person's rating in a mode, if there is one."""
    ratings = profile.ratings if profile is not None else ()
    return next((rating for rating in ratings if rating.mode == mode), None)


async def _profile(stage: Stage, contact: Contact) -> Profile | None:
    fresh = await stage.launcher.join(contact.server(), stage.settings.name, contact.password)
    try:
        return fresh.welcome.you if fresh.welcome is not None else None
    finally:
        await stage.launcher.close(fresh)
