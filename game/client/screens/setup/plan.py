"""What is chosen at the set-up, as plain values: every change is a new value, every fault is named with its mend."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

import msgspec

from game.client.launcher import ALONE, MatchPlan
from game.client.screens.base import Stage
from game.client.screens.setup.pace import Pace
from game.client.screens.sketch import Sketch
from game.protocol.hooks import hook_fault, host_of
from game.protocol.messages import FREE_FOR_ALL, OPEN, STANDARD_TEMPER, YOU, SeatPlan
from game.rules.cards import Mode
from game.rules.city import City
from game.rules.ids import ANY_FACTION
from game.rules.ruleset import Ruleset
from game.rules.tables import Length

CLOSED: Final = "closed"
"""A seat of the map that nobody plays in this match."""
FEWEST: Final = 2
HIGHEST_SEED: Final = 2**63 - 1
LONGEST_NAME: Final = 40
FREE: Final = Mode(FREE_FOR_ALL)
MODES: Final = (FREE_FOR_ALL, "teams", "common_cause")
"""Modes in the order they are offered; scenarios come after them."""
TEMPERS: Final = ("gentle", STANDARD_TEMPER, "harsh")
"""Tempers in the order they are offered, the mildest first; others come after them."""
LENGTHS: Final = ("short", "standard", "epic")
"""Lengths in the order they are offered; a ruleset may have others, which come after them."""


class MapCard(msgspec.Struct, frozen=True):
    """A map as the set-up shows it. `seats` is the most who can play; `scenario` is a mode of its own."""

    id: str
    title: str
    authors: tuple[str, ...]
    description: str
    city: City
    sketch: Sketch
    scenario: Mode | None = None

    @property
    def seats(self) -> int:
        """How many can play on it."""
        return len(self.city.starts)


class SeatChoice(msgspec.Struct, frozen=True):
    """Who plays what: a faction's key, and `messages.YOU`, `messages.OPEN`, a level, or `CLOSED`."""

    faction: str
    player: str


class SetupFault(msgspec.Struct, frozen=True):
    """Something that must be mended before the match can begin; the mend has the key with `-mend` after it."""

    key: str
    parameters: dict[str, str | int] = {}


class Choices(msgspec.Struct, frozen=True):
    """Everything chosen. `seed` is as typed, blank for a drawn one; `pace` counts only when hosting.

    `pairing` is a place in `pairings`; `neutral` is the wish for a third faction where two play. `webhook_hosts` are
    those the server offers.
    """

    map: MapCard
    seats: tuple[SeatChoice, ...]
    length: str
    hosting: bool
    player: str = ""
    seed: str = ""
    room: str = ""
    pace: Pace = Pace()
    mode: Mode = FREE
    temper: str = STANDARD_TEMPER
    pairing: int = 0
    neutral: bool = True
    webhook_hosts: tuple[str, ...] = ()

    @property
    def playing(self) -> int:
        """How many seats are played."""
        return sum(seat.player != CLOSED for seat in self.seats)

    def with_mode(self, mode: Mode, maps: Sequence[MapCard], levels: Sequence[str]) -> "Choices":
        """Another mode, with the map and the length it is played in."""
        card = next((card for card in maps if card.id == mode.map), self.map)
        moved = self if card is self.map else self.with_map(card, levels)
        return msgspec.structs.replace(moved, mode=mode, length=mode.length or self.length, pairing=0)

    def with_map(self, card: MapCard, levels: Sequence[str]) -> "Choices":
        """Another map: its own seats, with who played in the old ones kept as far as there are seats."""
        fresh = first_seats(card, levels, hosting=self.hosting)
        players = [seat.player for seat in self.seats[: len(fresh)]]
        players += [seat.player for seat in fresh[len(players) :]]
        if YOU not in players:
            players[0] = YOU
        seats = tuple(SeatChoice(seat.faction, player) for seat, player in zip(fresh, players, strict=True))
        mode = self.mode if self.mode.map in (None, card.id) else FREE
        return msgspec.structs.replace(self, map=card, seats=seats, mode=mode, pairing=0)

    def with_faction(self, seat: int, faction: str) -> "Choices":
        """A seat plays another faction; who had it alone takes the one that was given up."""
        given_up = self.seats[seat].faction
        had = [
            number for number, other in enumerate(self.seats) if other.faction == faction and number != seat
        ]
        seats = list(self.seats)
        seats[seat] = SeatChoice(faction, seats[seat].player)
        if len(had) == 1 and given_up != faction:
            seats[had[0]] = SeatChoice(given_up, seats[had[0]].player)
        return msgspec.structs.replace(self, seats=tuple(seats))

    def with_player(self, seat: int, player: str) -> "Choices":
        """Another player in a seat; you can only be in one, so the seat you leave takes who was here."""
        seats = list(self.seats)
        was = seats[seat].player
        if player == YOU:
            seats = [SeatChoice(s.faction, was if s.player == YOU else s.player) for s in seats]
        seats[seat] = SeatChoice(seats[seat].faction, player)
        return msgspec.structs.replace(self, seats=tuple(seats), pairing=0)


def modes_of(ruleset: Ruleset, maps: Sequence[MapCard], known: Sequence[str] = ()) -> tuple[Mode, ...]:
    """The modes that can be played on one of these maps, of those `known` (all if empty); scenarios come last."""
    ids = {card.id for card in maps}
    open_here = {
        key: mode
        for key, mode in ruleset.modes.items()
        if (not known or key in known) and (mode.map is None or mode.map in ids)
    }
    order = [*(key for key in MODES if key in open_here), *sorted(set(open_here) - set(MODES))]
    own = (card.scenario for card in maps if card.scenario is not None)
    return (*(open_here[key] for key in order), *(mode for mode in own if not known or mode.key in known))


def tempers_of(ruleset: Ruleset, known: Sequence[str] = ()) -> tuple[str, ...]:
    """The tempers of the city, of those `known` (all if empty)."""
    there = set(known or ruleset.tempers) & set(ruleset.tempers)
    return (*(key for key in TEMPERS if key in there), *sorted(there - set(TEMPERS)))


def may_be_neutral(choices: Choices) -> bool:
    """Whether a third faction can be played by the computer, outside the ranking (rules 11, 16)."""
    return choices.mode.neutral and choices.playing == FEWEST and choices.map.seats > FEWEST


def pairings(choices: Choices) -> tuple[tuple[int, ...], ...]:
    """Every way to make teams of the seats that are played, as a team's number for each; none without teams.

    The first one puts neighbours together.
    """
    size = choices.mode.team_size
    if size < FEWEST or choices.playing % size or choices.playing < 2 * size:
        return ()
    return tuple(_teams(tuple(range(choices.playing)), size))


def _teams(seats: tuple[int, ...], size: int) -> Iterator[tuple[int, ...]]:
    """The first seat with each set of partners, and the rest in every way that is left."""
    for groups in _groups(seats, size):
        number = {seat: team for team, group in enumerate(groups) for seat in group}
        yield tuple(number[seat] for seat in seats)


def _groups(seats: tuple[int, ...], size: int) -> Iterator[tuple[tuple[int, ...], ...]]:
    if not seats:
        yield ()
        return
    first, *others = seats
    for partners in combinations(others, size - 1):
        rest = tuple(seat for seat in others if seat not in partners)
        for groups in _groups(rest, size):
            yield ((first, *partners), *groups)


def teams_of(choices: Choices) -> tuple[int, ...]:
    """Each played seat's team as chosen; empty in a mode without teams."""
    ways = pairings(choices)
    return ways[min(choices.pairing, len(ways) - 1)] if ways else ()


def first_seats(card: MapCard, levels: Sequence[str], *, hosting: bool) -> tuple[SeatChoice, ...]:
    """The seats a map begins with: its own factions, you in the first, the rest open or the strongest computer."""
    rest = OPEN if hosting else levels[-1]
    return tuple(
        SeatChoice(
            start.faction if start.faction != ANY_FACTION else ANY_FACTION, YOU if number == 0 else rest
        )
        for number, start in enumerate(card.city.starts)
    )


def players_for(choices: Choices, levels: Sequence[str], seat: int) -> tuple[str, ...]:
    """Who a seat can be given to: you first, an open seat when hosting, the computers, and nobody."""
    opened = (OPEN,) if choices.hosting else ()
    strongest_first = tuple(reversed(levels))
    can_close = choices.playing > FEWEST or choices.seats[seat].player == CLOSED
    yours = choices.seats[seat].player == YOU
    return (YOU, *opened, *strongest_first, *((CLOSED,) if can_close and not yours else ()))


def lengths_of(ruleset: Ruleset) -> tuple[str, ...]:
    """The lengths of match, shortest first as far as they are known by name."""
    known = [name for name in LENGTHS if name in ruleset.lengths]
    return (*known, *sorted(set(ruleset.lengths) - set(known)))


def minutes(length: Length) -> tuple[int, int]:
    """How long a match takes live, in minutes: from a minute and a quarter to nearly two a turn."""
    return length.turns * 5 // 4, length.turns * 15 // 8


def faults(choices: Choices) -> tuple[SetupFault, ...]:
    """Everything that stands in the way of a start."""
    found = []
    yours = sum(seat.player == YOU for seat in choices.seats)
    if yours != 1:
        found.append(SetupFault("setup-fault-no-you"))
    playing, size = choices.playing, choices.mode.team_size
    if playing < FEWEST:
        found.append(SetupFault("setup-fault-too-few", {"fewest": FEWEST, "found": playing}))
    elif size and not pairings(choices):
        found.append(SetupFault("setup-fault-teams", {"size": size, "found": playing}))
    if choices.seed.strip() and seed_of(choices.seed) is None:
        found.append(SetupFault("setup-fault-seed", {"found": choices.seed.strip()[:24]}))
    if choices.hosting and not is_name(choices.player):
        found.append(SetupFault(name_fault(choices.player)))
    if choices.hosting and not choices.pace.has_hours:
        hours: dict[str, str | int] = {"start": choices.pace.active_from, "end": choices.pace.active_to}
        found.append(SetupFault("setup-fault-hours", hours))
    return (*found, *_webhook_faults(choices))


def _webhook_faults(choices: Choices) -> list[SetupFault]:
    """What the server would say of the address; the rest of it than the host is a secret, and is not shown again."""
    url = choices.pace.webhook.strip()
    if not choices.hosting or not url:
        return []
    fault, known = hook_fault(url, choices.webhook_hosts), ", ".join(choices.webhook_hosts)
    if fault == "form":
        return [SetupFault("setup-fault-webhook-form")]
    return [SetupFault("setup-fault-webhook-host", {"host": host_of(url), "known": known})] if fault else []


def name_fault(name: str) -> str:
    """The key that says why this is no name; the caller guarantees that it is none."""
    return "setup-fault-name" if name.strip() else "setup-fault-nameless"


def is_name(name: str) -> bool:
    """Whether a server takes the name: 2 to 20 letters, digits and spaces, with at least one that is no space."""
    tidy = " ".join(name.split())
    return 2 <= len(tidy) <= 20 and all(letter.isalnum() or letter == " " for letter in tidy)


def name_of(stage: Stage) -> str:
    """The player's name from the settings, tidied; a plain one where no server would take it."""
    name = " ".join(stage.settings.name.split())
    return name if is_name(name) else stage.say("setup-nameless")


def room_name(stage: Stage, typed: str) -> str:
    """A room's name as typed, tidied; without one it is named after the player."""
    return " ".join(typed.split()) or stage.say("setup-room-of", player=name_of(stage))


def seed_of(text: str) -> int | None:
    """The seed as typed; None where it is blank or no whole number from 0 to 2**63 - 1."""
    tidy = text.strip()
    if not tidy or not tidy.isascii() or not tidy.isdigit() or len(tidy) > 19:
        return None
    return int(tidy) if int(tidy) <= HIGHEST_SEED else None


def match_plan(choices: Choices, player: str, room: str) -> MatchPlan:
    """The plan the launcher takes; `choices` has no faults, `player` and `room` are names to be shown."""
    seats = tuple(SeatPlan(seat.faction, seat.player) for seat in choices.seats if seat.player != CLOSED)
    return MatchPlan(
        player=player,
        map=choices.map.id,
        seats=seats,
        length=choices.length,
        name=room,
        seed=seed_of(choices.seed),
        mode=choices.mode.key,
        temper=choices.temper,
        teams=teams_of(choices),
        neutral=choices.neutral,
        terms=choices.pace.terms() if choices.hosting else ALONE,
    )
