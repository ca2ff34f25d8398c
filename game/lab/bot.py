"""A computer player at the far end of a link: sits in a seat as a person would, and plays it to the end."""

import asyncio
from collections.abc import Callable

from game.ai.roster import decide
from game.link.happenings import MatchBegun, Over, SeatLost, TurnPlayed
from game.link.match_client import MatchClient
from game.link.match_copy import MatchCopy
from game.protocol.messages import Answer, Declined
from game.protocol.refusals import Refusal, Refused
from game.rules import chance
from game.rules.notation import slate_text

Heard = Callable[[TurnPlayed], None]


class BotError(Exception):
    """The server did not take what the player did; the message has its words."""


class Bot:
    """Plays the seat its client holds. `seed` is for its own draws; `heard` is told of every turn."""

    def __init__(self, client: MatchClient, level: str, seed: int, heard: Heard | None = None) -> None:
        self._client = client
        self._level = level
        self._seed = seed
        self._heard = heard

    async def play(self) -> None:
        """Give orders each turn until the match is over. The seat is taken; the match may have begun or not.

        Raises BotError when the server refuses an order, or the seat is lost.
        """
        while True:
            happening = await self._client.happening()
            match happening:
                case MatchBegun():
                    await self._order()
                case TurnPlayed():
                    if self._heard is not None:
                        self._heard(happening)
                    if happening.after.public.outcome is not None:
                        return
                    await self._order()
                case Over(reason, refusals) if not refusals:
                    raise BotError(reason)
                case SeatLost(refusals) | Over(refusals=refusals):
                    raise BotError(words_of(refusals))

    async def _order(self) -> None:
        copy = self._client.copy
        if copy is None or copy.view.public.outcome is not None:
            return
        slate = await asyncio.to_thread(decide, self._level, copy.board, copy.view, self._own_seed(copy))
        self._accepted(await self._client.save_slate(slate), slate_text(copy.board, slate))
        self._accepted(await self._client.set_ready(ready=True))

    def _accepted(self, answer: Answer, asked: str = "") -> None:
        """What a room refuses that is away is asked anew when it is back: its match then begins again here."""
        is_stored = not (isinstance(answer, Declined) and answer.refusals[0].code == Refused.STORAGE)
        if is_stored and not self._client.is_away:
            accepted(answer, asked)

    def _own_seed(self, copy: MatchCopy) -> int:
        sitting = copy.match.seating[copy.seat]
        return chance.draw(self._seed, copy.turn, f"bot:{sitting.faction}:{sitting.chapter}") >> 1


def accepted(answer: Answer, asked: str = "") -> None:
    """Raises BotError if the answer is a refusal; its message ends with the orders that were `asked`."""
    if isinstance(answer, Declined):
        orders = f" The orders were: {asked}" if asked else ""
        raise BotError(f"{words_of(answer.refusals)}{orders}")


def words_of(refusals: tuple[Refusal, ...]) -> str:
    """What the server said, each with its mend, on one line."""
    return " ".join(f"{one.text or one.code} {one.mend}".strip() for one in refusals)
