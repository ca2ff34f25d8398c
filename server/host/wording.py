"""Gives refusals their words in plain English, for clients that have no translation of the code."""

from collections.abc import Callable

from msgspec.structs import replace

from game.protocol.messages import Declined, Downward, RoomClosed
from game.protocol.refusals import Refusal
from game.text.plain import PlainTexts

Words = Callable[[Refusal], Refusal]


def english() -> Words:
    """Fill in text and mend from the keys `refusal-CODE` and `refusal-CODE-mend`, read when first needed."""
    texts = PlainTexts("refusal")

    def worded(refusal: Refusal) -> Refusal:
        key = f"refusal-{refusal.code}"
        text = texts.say(key, refusal.parameters)
        return replace(refusal, text=text, mend=texts.say(f"{key}-mend", refusal.parameters))

    return worded


def declined(answer: Declined, words: Words) -> Declined:
    """The refusals with their words."""
    return Declined(answer.re, tuple(words(refusal) for refusal in answer.refusals))


def with_words(message: Downward, words: Words) -> Downward:
    """What is no answer, with the words of its refusal, if it has one."""
    if isinstance(message, RoomClosed):
        return RoomClosed(message.room, words(message.reason))
    return message
