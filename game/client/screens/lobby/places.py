"""The seats of a room as rows, each with what one may do there."""

from collections.abc import Callable, Coroutine
from typing import Any

import msgspec

from game.client.model.talk import Talk
from game.client.screens.base import Stage
from game.client.screens.faction_sheet.facts import facts_of
from game.client.screens.lobby.seat import Place, SeatPanel
from game.client.screens.people.person import Person, PersonDoors, open_person
from game.client.screens.people.standing import standing_words
from game.client.screens.setup.plan import FEWEST
from game.client.screens.setup.screen import FACTIONS, open_sheet
from game.client.theme import Banner
from game.client.widgets.button import Button
from game.client.widgets.choice import Choice
from game.client.widgets.layout import Column
from game.client.widgets.widget import Widget
from game.protocol.messages import ANY, LOBBY, OPEN, PERSON, Answer, RoomInfo
from game.rules.ids import FactionKey, Seat
from game.rules.ruleset import Ruleset


class PlaceActs(msgspec.Struct, frozen=True):
    """What a row does: the requests it may make, and how one talks to somebody or does not hear them."""

    sit: Callable[[Seat, str], Coroutine[Any, Any, Answer]]
    fill: Callable[[Seat, str], Coroutine[Any, Any, Answer]]
    kick: Callable[[Seat], Coroutine[Any, Any, Answer]]
    mute: Callable[[Seat, bool], Coroutine[Any, Any, Answer]]
    report: Callable[[Seat, str], None]
    ask: Callable[[Coroutine[Any, Any, Answer]], None]
    talk: Callable[[Seat], None]
    ignore: Callable[[str, bool], None]


class Places(Column):
    """A row for each seat of the room; `put` shows the room as it is now. `levels` are those of the server's computers."""

    def __init__(
        self, stage: Stage, numbers: Ruleset, talk: Talk, acts: PlaceActs, levels: tuple[str, ...]
    ) -> None:
        super().__init__(gap=8)
        self._stage, self._numbers, self._talk = stage, numbers, talk
        self._acts, self._levels = acts, levels
        self._room: RoomInfo | None = None
        self._mine: Seat | None = None

    def put(self, room: RoomInfo, own: Seat | None) -> list[Place]:
        """Show the room from the own seat, and give back its places. The control that had the keyboard keeps it."""
        self._room, self._mine = room, own
        places, held = self._places(room, own), self._held()
        self.fill([SeatPanel(place, self._controls(place), self._stage.say) for place in places])
        if held is not None:
            row, control = held
            controls = self.children()[row].children() if row < len(self.children()) else ()
            self._stage.desk.focus_on(controls[control] if control < len(controls) else None)
        return places

    def _held(self) -> tuple[int, int] | None:
        focus = self._stage.desk.focus
        for number, row in enumerate(self.children()):
            if focus is not None and focus in row.children():
                return number, list(row.children()).index(focus)
        return None

    def _places(self, room: RoomInfo, own: Seat | None) -> list[Place]:
        chairs = room.seats
        return [
            Place(
                Seat(number),
                chair,
                sum(other.faction == chair.faction for other in chairs[:number]),
                mine=number == own,
                owner=number == room.owner,
                team=self._team(room, number),
                hushed=self._hushed(room, Seat(number)),
            )
            for number, chair in enumerate(chairs)
        ]

    def _team(self, room: RoomInfo, seat: int) -> int:
        """A seat's team, from 1; 0 in a mode without teams."""
        mode = self._numbers.modes.get(room.mode)
        size = mode.team_size if mode is not None else 0
        if size < FEWEST:
            return 0
        return 1 + (room.teams[seat] if room.teams else seat // size)

    def _hushed(self, room: RoomInfo, seat: Seat) -> str:
        say, chair = self._stage.say, room.seats[seat]
        if seat in room.muted:
            return say("lobby-seat-muted")
        ignored = chair.player == PERSON and chair.name in self._talk.ignored
        return say("lobby-seat-ignored") if ignored else ""

    # --- what stands in a row --------------------------------------------------------------------

    def _controls(self, place: Place) -> list[Widget]:
        say, chair = self._stage.say, place.chair
        controls: list[Widget] = []
        if place.mine:
            controls.append(self._faction_choice(place))
        elif self._may_fill(place):
            controls.append(self._player_choice(place))
        if place.is_open:
            sit = self._acts.sit
            controls.append(
                Button(say("lobby-sit"), lambda: self._ask(sit(place.seat, chair.faction)), icon="seat-human")
            )
        if chair.player == PERSON and not place.mine:
            controls.append(Button(say("people-more"), lambda: self._open(place), icon="more"))
        if FactionKey(chair.faction) in self._numbers.factions:
            controls.append(Button(say("setup-sheet"), lambda: self._sheet(place), "ghost", icon="info"))
        return controls

    def _faction_choice(self, place: Place) -> Choice:
        say, chair = self._stage.say, place.chair
        keys = [*(key for key in FACTIONS if key in self._numbers.factions), ANY]
        names = [say(f"common-{key}") if key != ANY else say("setup-any") for key in keys]
        chosen = keys.index(chair.faction) if chair.faction in keys else len(keys) - 1
        return Choice(names, lambda index: self._ask(self._acts.sit(place.seat, keys[index])), chosen)

    def _may_fill(self, place: Place) -> bool:
        """The owner puts computers into open seats, and opens those they play in."""
        room, ranked = self._room, place.chair.ranked
        owns = room is not None and room.owner == self._mine and room.phase == LOBBY
        return owns and ranked and bool(self._levels) and place.chair.player != PERSON

    def _player_choice(self, place: Place) -> Choice:
        keys = (OPEN, *reversed(self._levels))
        names = [self._stage.say("setup-player-kind", kind=key) for key in keys]
        chosen = keys.index(place.chair.player) if place.chair.player in keys else 0
        return Choice(names, lambda index: self._ask(self._acts.fill(place.seat, keys[index])), chosen)

    def _sheet(self, place: Place) -> None:
        room = self._room
        if room is not None:
            facts = facts_of(self._numbers, FactionKey(place.chair.faction), self._stage.say)
            joins = self._numbers.lengths[room.length].late_leaders_from
            open_sheet(self._stage, facts, Banner(facts.key, place.chapter), joins)

    def _open(self, place: Place) -> None:
        """What one can do about who sits here."""
        room, acts, name, seat = self._room, self._acts, place.chair.name, place.seat
        if room is None:
            return
        owns = room.owner == self._mine
        about = standing_words(place.chair.standing, self._stage.say)
        doors = PersonDoors(
            talk=lambda: acts.talk(seat),
            ignore=lambda ignored: acts.ignore(name, ignored),
            report=lambda text: acts.report(seat, text),
            mute=(lambda muted: self._ask(acts.mute(seat, muted))) if owns else None,
            kick=(lambda: self._ask(acts.kick(seat))) if owns and room.phase == LOBBY else None,
        )
        person = Person(name, about, ignored=name in self._talk.ignored, muted=seat in room.muted)
        open_person(self._stage, person, doors)

    def _ask(self, request: Coroutine[Any, Any, Answer]) -> None:
        self._acts.ask(request)
