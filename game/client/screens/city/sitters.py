"""Who plays each seat of the match, and what is to be known of it now, in words."""

from msgspec import Struct

from game.client.model.company import Company
from game.client.screens.base import Say
from game.client.screens.city.cockpit import Cockpit
from game.client.theme import Banner
from game.protocol.messages import PERSON, Chair
from game.rules.ids import Seat


class Sitter(Struct, frozen=True):
    """A seat: its banner, who plays it, and how it stands; `sign` is the sign or icon that says the same."""

    seat: Seat
    banner: Banner
    name: str
    state: str
    sign: str
    is_person: bool


def sitters(cockpit: Cockpit) -> tuple[Sitter, ...]:
    """Every seat in its order."""
    return tuple(sitter(cockpit, seat) for seat in cockpit.model.board.all_seats)


def sitter(cockpit: Cockpit, seat: Seat) -> Sitter:
    """One seat as it stands now."""
    say, company = cockpit.stage.say, cockpit.model.company
    chair, banner = company.chair(seat), cockpit.words.banner(seat)
    ready = cockpit.model.ready[seat]
    if chair is None:
        return Sitter(seat, banner, cockpit.words.faction(seat), _plain(say, ready), _sign(ready), False)
    person = chair.player == PERSON and not chair.resigned
    state, sign = _state(company, chair, say, ready=ready)
    return Sitter(seat, banner, _name(chair, say), state, sign, person)


def _name(chair: Chair, say: Say) -> str:
    if chair.resigned or chair.player != PERSON:
        level = say("setup-player-kind", kind=chair.player)
        return say("city-sitter-resigned", name=chair.name, player=level) if chair.resigned else level
    if chair.substitute:
        return say("city-sitter-substitute", name=chair.substitute, absent=chair.name)
    return chair.name


def _state(company: Company, chair: Chair, say: Say, *, ready: bool) -> tuple[str, str]:
    """In words, and as a sign: `tick`, `dots`, or an icon's name."""
    if chair.player != PERSON or chair.resigned or chair.substitute:
        return _plain(say, ready), _sign(ready)
    if chair.absent:
        room = company.room
        then = room.absence.then if room is not None else "pass"
        return say("city-sitter-absent", then=then), "offline"
    if not chair.here:
        return say("city-sitter-away"), "tick" if ready else "offline"
    return _plain(say, ready), _sign(ready)


def _plain(say: Say, ready: bool) -> str:
    return say("city-sitter-ready" if ready else "city-sitter-planning")


def _sign(ready: bool) -> str:
    return "tick" if ready else "dots"
