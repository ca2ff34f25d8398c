"""What only the owner of a room decides: who plays the open seats, and who has to go."""

from game.protocol import messages as say
from game.protocol.refusals import Refusal, Refused, refusal
from game.rules.ids import Seat
from server.room import gathering
from server.room.core import Core, Effects, decline, done
from server.room.door import barring
from server.room.effects import Ask, Send
from server.room.image import SeatChanged, SeatImage


class Owner:
    """A chapter of the room. Whoever is in another seat is refused."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def fill(self, ask: Ask, seat: Seat, act: say.FillSeat) -> Effects:
        """A computer player takes a seat that no person has, or leaves it open, to anybody from then on."""
        core, place = self._core, Seat(act.seat)
        fault = self._not_now(seat, place) or self._not_fillable(place, act.player)
        if fault is not None:
            return decline(ask, fault)
        filled = SeatImage(core.image.seats[place].faction, act.player)
        stored = core.store(SeatChanged(place, filled), *gathering.kept_no_more(core.image, place))
        return [stored, done(ask), core.tell_room()]

    def kick(self, ask: Ask, seat: Seat, place: Seat) -> Effects:
        """A person gets up, hears why, and does not come in again."""
        core = self._core
        fault = self._not_now(seat, place) or self._not_kickable(seat, place)
        if fault is not None:
            return decline(ask, fault)
        bar = barring(core.image, core.image.seats[place])
        stored = core.store(bar, *gathering.getting_up(core.image, place))
        member = core.members.pop(place, None)
        farewell = say.RoomClosed(core.id, refusal(Refused.KICKED, "room"))
        told = [] if member is None else [Send((member,), farewell)]
        return [stored, done(ask), *told, core.tell_room()]

    def _not_now(self, seat: Seat, place: Seat) -> Refusal | None:
        image = self._core.image
        fault = gathering.not_in_lobby(image) or gathering.not_owner(image, seat)
        if fault is None and place >= len(image.seats):
            return refusal(Refused.NO_SUCH_SEAT, "seat", found=place, most=len(image.seats) - 1)
        return fault

    def _not_fillable(self, place: Seat, player: str) -> Refusal | None:
        """The neutral third is part of the match that was agreed on."""
        core = self._core
        players = (say.OPEN, *core.content.levels)
        if player not in players:
            return refusal(Refused.UNKNOWN_PLAYER, "player", found=player, known=", ".join(players))
        if core.image.seats[place].is_person or place in core.image.setup.unranked:
            return refusal(Refused.SEAT_TAKEN, "seat", found=place)
        return None

    def _not_kickable(self, seat: Seat, place: Seat) -> Refusal | None:
        if place == seat:
            return refusal(Refused.WRONG_FIELD, "seat", detail="you sit there yourself")
        if not self._core.image.seats[place].is_person:
            return refusal(Refused.NOT_A_PERSON, "seat", found=place)
        return None
