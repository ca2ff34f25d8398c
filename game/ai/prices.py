"""What things are worth to a greedy player, read from TOML and checked."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

Amount = Annotated[int, Meta(ge=0, le=1_000_000)]


class PricesError(Exception):
    """The prices cannot be used; the message says what was found and how to mend it."""


class Prices(Struct, frozen=True, forbid_unknown_fields=True):
    """Prices in hundredths of a hundredth of Legacy; percentages where it says percent.

    `galas` is what the coming Galas count in percent, the next one first and that less by `early` for every turn
    until it. `support` is for a thousand people-permille (population x permille). `credits` and `voice` are
    per unit up to `plenty`, a third above it. A facility is priced per turn that it will still work, at most
    `horizon` turns: `pressure` per point, `yield_credits` and `yield_voice` per unit, `care` per point of need,
    `quiet` per point of unrest a season; `upkeep` and `income` are per credit and turn, and count a fourth
    where the purse holds more than `plenty`. `unrest` is for the square of a point of Fracture over `calm`
    that unrest makes, `strain` for a head and the square of a point of unrest over `easy`. `need` is per
    point over `relieved` and head of population. `travel` is how much better in percent another place must
    promise to be before a leader goes there. `choices` orders per leader are weighed together, in `rounds`
    rounds.

    `stakes` is percent of what stakes will pay; `pace` and `pace_alone` are the tenths of a part by which a
    site is expected to grow each turn, with and without partners; `finished` is for a Sanctuary that stands
    and a turn. `ready` is for a leader near a crisis of next turn. `law` is percent of what a law would do in
    its turns if each were like this one, `passes` the percent a motion counts for by the chance that it
    passes. `goal` is for a percent of a mode's goal; mandates count in the last `mandate_turns`.
    """

    galas: Annotated[tuple[Amount, ...], Meta(min_length=1, max_length=8)]
    early: Amount
    support: Amount
    credits: Amount
    voice: Amount
    plenty: Amount
    horizon: Amount
    pressure: Amount
    yield_credits: Amount
    yield_voice: Amount
    care: Amount
    quiet: Amount
    income: Amount
    upkeep: Amount
    unrest: Amount
    calm: Amount
    strain: Amount
    easy: Amount
    need: Amount
    relieved: Amount
    stakes: Amount
    pace: Amount
    pace_alone: Amount
    finished: Amount
    ready: Amount
    law: Amount
    passes: Amount
    goal: Amount
    mandate_turns: Amount
    travel: Amount
    choices: Annotated[int, Meta(ge=1, le=64)]
    rounds: Annotated[int, Meta(ge=0, le=8)]


@cache
def prices() -> Prices:
    """The prices that ship with the game. Raises PricesError if the file is broken."""
    return read((files("game.ai") / "prices.toml").read_text(encoding="utf-8"))


def read(text: str) -> Prices:
    """Prices from the text of a TOML file. Raises PricesError naming what is wrong with it."""
    try:
        return msgspec.convert(tomllib.loads(text), type=Prices)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise PricesError(f"prices.toml: {error}. Mend: correct this key.") from error
