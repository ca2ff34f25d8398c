"""How well somebody plays and whether they stay, in words, with how far the figures can be trusted."""

from game.client.screens.base import Say
from game.protocol.messages import Profile, Rating, Standing


def rating_words(value: int | None, spread: int, say: Say) -> str:
    """`1520 ±80`: right within the spread two times in three; without a value nothing is known."""
    return say("people-unrated") if value is None else say("people-rating", rating=value, spread=spread)


def reliability_words(reliability: int | None, say: Say) -> str:
    """The share of turns not missed; little is known of who has played few."""
    if reliability is None:
        return say("people-reliability-unknown")
    return say("people-reliability", percent=reliability)


def standing_words(standing: Standing | None, say: Say) -> str:
    """Both in one line; nothing of somebody the server does not know."""
    if standing is None:
        return ""
    rating = rating_words(standing.rating, standing.spread, say)
    return say("people-standing", rating=rating, reliability=reliability_words(standing.reliability, say))


def profile_lines(profile: Profile | None, say: Say) -> tuple[str, ...]:
    """What a server knows of a person: matches and reliability, then a line for each mode that was rated."""
    if profile is None:
        return (say("people-guest"),)
    reliability = reliability_words(profile.reliability, say)
    first = say("people-matches", matches=profile.matches, reliability=reliability)
    return (first, *(_rating_line(rating, say) for rating in profile.ratings))


def _rating_line(rating: Rating, say: Say) -> str:
    words = rating_words(rating.value, rating.spread, say)
    return say("people-mode", mode=say(f"modes-{rating.mode}"), rating=words, matches=rating.matches)
