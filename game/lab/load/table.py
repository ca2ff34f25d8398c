"""A room under load: its seats sit down, play the script, and sit down anew when a match is over."""

import asyncio
from collections.abc import Sequence
from random import Random
from time import perf_counter

from game.lab.load.load import Load, LoadError
from game.lab.load.samples import Samples
from game.lab.load.script import Script, ScriptTurn
from game.lab.load.seat import Heard, LoadSeat, room_of
from game.lab.matches import MatchSetup
from game.protocol import messages as say
from game.rules.orders import Slate

_Coming = list["asyncio.Future[tuple[Heard, float]]"]


class LoadTable:
    """`sit` first, then `play` to the end of the load; both raise LoadError when the server does not go along."""

    def __init__(
        self,
        load: Load,
        setup: MatchSetup,
        script: Script,
        seats: Sequence[LoadSeat],
        samples: Samples,
        chance: Random,
    ) -> None:
        self._load = load
        self._setup = setup
        self._script = script
        self._seats = seats
        self._samples = samples
        self._room = ""
        self._chance = chance

    async def sit(self) -> None:
        """Make a room, fill it, and begin the match."""
        owner, *guests = self._seats
        seated = await owner.ask(self._create())
        self._room = room_of(seated)
        for number, guest in enumerate(guests, start=1):
            await guest.ask(say.JoinRoom(f"Load {number}", self._room))
            await guest.ask(say.SetLobbyReady(self._room, ready=True))
        begins = [seat.await_message("begin") for seat in self._seats]
        start = perf_counter()
        await owner.ask(say.StartMatch(self._room))
        begun = await asyncio.gather(*begins)
        self._samples.took("begin", start, max(when for _, when in begun))
        self._samples.matches += 1
        found = begun[0][0].rules_hash
        if found != self._script.rules_hash:
            raise LoadError(
                f"the server plays rules {found[:12]}, this program {self._script.rules_hash[:12]}. "
                "Mend: run both in the same version"
            )

    async def play(self, begin: float) -> None:
        """Play every turn; `begin` is when the first one starts, by `perf_counter`."""
        at = 0
        for turn in range(self._load.turns):
            if at == len(self._script.turns):
                at = 0
                await self._leave()
                await self.sit()
            await self._play_turn(at + 1, self._script.turns[at], begin + turn * self._load.seconds_per_turn)
            at += 1

    def _create(self) -> say.CreateRoom:
        own, *others = self._setup.seats
        plans = (say.SeatPlan(own.faction, say.YOU), *(say.SeatPlan(o.faction, say.OPEN) for o in others))
        city, seed = self._setup.city, self._script.seed
        return say.CreateRoom(
            "Load 0", "Load", city.map_id, plans, self._setup.length, public=False, seed=seed, neutral=False
        )

    async def _leave(self) -> None:
        await asyncio.gather(*(seat.ask(say.LeaveRoom(self._room)) for seat in self._seats))

    async def _play_turn(self, number: int, turn: ScriptTurn, begin: float) -> None:
        updates = [seat.await_message("update") for seat in self._seats]
        if self._load.saves_per_second is None:
            await self._at_full_speed(number, turn)
            last = await self._all_ready(number)
        else:
            last = await self._paced(number, turn, begin)
        await self._after_ready(turn, updates, last)

    async def _at_full_speed(self, number: int, turn: ScriptTurn) -> None:
        await asyncio.gather(
            *(self._save_all(seat, number, turn.drafts[n]) for n, seat in enumerate(self._seats))
        )

    async def _save_all(self, seat: LoadSeat, number: int, drafts: Sequence[Slate]) -> None:
        for orders in drafts:
            await seat.turn_to_speak()
            await seat.ask(say.SaveSlate(self._room, number, orders))

    async def _paced(self, number: int, turn: ScriptTurn, begin: float) -> float:
        """Each message goes out at its moment, whether the one before it was answered or not.

        A turn has a span for every save and one for the readies. Everything comes at a moment of its span drawn by
        chance: people who play in different rooms know nothing of each other, so that what they send comes neither
        all at once nor evenly. Returns when the last ready did.
        """
        span = self._load.seconds_per_turn / (self._load.saves_per_turn + 1)
        saves = [
            (seat, drafts[draft])
            for draft in range(max(len(drafts) for drafts in turn.drafts))
            for seat, drafts in zip(self._seats, turn.drafts, strict=True)
            if draft < len(drafts)
        ]
        answers = []
        for place, (seat, orders) in enumerate(saves):
            await self._until(begin + (place + self._chance.random()) * span)
            answers.append(seat.ask(say.SaveSlate(self._room, number, orders)))
        last = 0.0
        for moment in sorted(self._chance.random() for _ in self._seats):
            await self._until(begin + (len(saves) + moment) * span)
            last = perf_counter()
            seat = self._seats[len(answers) - len(saves)]
            answers.append(seat.ask(say.SetReady(self._room, number, ready=True)))
        await asyncio.gather(*answers)
        return last

    async def _until(self, due: float) -> None:
        await asyncio.sleep(max(0.0, due - perf_counter()))
        self._samples.took("late", due, perf_counter())

    async def _all_ready(self, number: int) -> float:
        """Everybody says ready; returns when the last one did."""
        for seat in self._seats:
            await seat.turn_to_speak()
        last = perf_counter()
        await asyncio.gather(
            *(seat.ask(say.SetReady(self._room, number, ready=True)) for seat in self._seats)
        )
        return last

    async def _after_ready(self, turn: ScriptTurn, updates: _Coming, last: float) -> None:
        came = await asyncio.gather(*updates)
        self._samples.took("update", last, max(when for _, when in came))
        self._samples.turns += 1
        if any(heard.public_hash != turn.public_hash for heard, _ in came):
            raise LoadError("the city after the turn is another one than these orders make of it")
