"""Replays in words: what is wrong with one, what its proof says, and one in a line of a list."""

import time
from typing import Final

from game.content import ruleset
from game.protocol.messages import PERSON
from game.replays.errors import ReplayError
from game.replays.proof import Proof
from game.replays.replay import Brief, Header, Replay
from game.text.catalog import Catalog

_PLACES: Final = ("record", "turn", "header", "opening", "end")
_DIGITS_OF_CHAIN: Final = 16
_END_OF_TIME: Final = 2**32
"""Seconds from which on no calendar is asked any more."""


def fault_words(catalog: Catalog, error: ReplayError) -> tuple[str, str]:
    """What is wrong with a replay, and how to mend it."""
    word, _, number = error.where.partition(" ")
    where = catalog.say(f"replay-at-{word}", number=number) if word in _PLACES else error.where
    words = {"where": printable(where), "found": printable(error.found), "expected": error.expected or "none"}
    key = f"replay-{error.code}"
    return catalog.say(key, **words), catalog.say(f"{key}-mend")


def proof_words(catalog: Catalog, replay: Replay, proof: Proof) -> str:
    """What came of proving it, in a sentence."""
    if not proof.provable:
        return catalog.say("replay-not-provable", found=replay.header.rules, expected=ruleset().version)
    if proof.difference is not None:
        return catalog.say("replay-not-proved", turn=proof.difference.turn, what=proof.difference.what)
    return catalog.say("replay-proved", turns=proof.turns, chain=proof.chain.hex()[:_DIGITS_OF_CHAIN])


def brief_words(catalog: Catalog, brief: Brief) -> str:
    """Where, how, how long, who, and how it ended."""
    header = brief.header
    seats = ", ".join(sitter_words(catalog, header, seat) for seat in range(len(header.seats)))
    return catalog.say(
        "replay-brief",
        title=printable(header.title),
        mode=mode_words(catalog, header),
        turns=brief.end.turns,
        seats=seats,
        outcome=outcome_words(catalog, brief),
    )


def sitter_words(catalog: Catalog, header: Header, seat: int) -> str:
    """A faction, and who played it: a person's name, or a computer's level."""
    faction, player = faction_words(catalog, header, seat), player_words(catalog, header, seat)
    return catalog.say("replay-seat", faction=faction, player=player)


def player_words(catalog: Catalog, header: Header, seat: int) -> str:
    """A person's name, or that a computer of a level played."""
    sitter = header.seats[seat]
    if sitter.player == PERSON:
        return printable(sitter.name)
    return catalog.say("results-computer", level=printable(sitter.player))


def mode_words(catalog: Catalog, header: Header) -> str:
    """The mode's name; a map's own has none here."""
    key = f"modes-{header.mode}"
    return catalog.say(key) if catalog.has(key) else printable(header.mode)


def faction_words(catalog: Catalog, header: Header, seat: int) -> str:
    """A faction's name, with its chapter's number where it sits more than once."""
    sitter = header.seats[seat]
    key = f"names-faction-{sitter.faction}"
    name = catalog.say(key) if catalog.has(key) else printable(sitter.faction)
    twice = sum(other.faction == sitter.faction for other in header.seats) > 1
    return catalog.say("replay-chapter", faction=name, chapter=sitter.chapter) if twice else name


def outcome_words(catalog: Catalog, brief: Brief) -> str:
    """Who won, in half a sentence."""
    outcome = brief.end.outcome
    if outcome.sundered:
        return catalog.say("replay-sundered")
    winners = [seat for seat in outcome.winners if seat < len(brief.header.seats)]
    names = ", ".join(faction_words(catalog, brief.header, seat) for seat in winners)
    return catalog.say("replay-won", factions=names) if names else catalog.say("replay-lost")


def when(catalog: Catalog, header: Header) -> str:
    """The day and time the match ended, by this machine's clock."""
    if not 0 < header.ended_at < _END_OF_TIME:
        return catalog.say("replay-when-unknown")
    return time.strftime("%Y-%m-%d %H:%M", time.localtime(header.ended_at))


def printable(words: str) -> str:
    """Without what moves a terminal's cursor or turns text around: names in a replay may come from anybody."""
    return "".join(letter if letter.isprintable() else "?" for letter in words)
