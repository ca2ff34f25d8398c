"""Making a room: is what was asked for possible here? Pure but for the draws it is given."""

from collections import Counter

from msgspec.structs import replace

from game.link.address import CODE_LENGTH
from game.protocol.hooks import is_allowed
from game.protocol.messages import ANY, OPEN, YOU, Calendar, CreateRoom, SeatPlan
from game.protocol.neutral import added, with_neutral
from game.protocol.refusals import Refusal, Refused, refusal
from game.rules.cards import Mode
from game.rules.ids import FactionKey, Seat
from server.host.library import Library
from server.people.letters import Draw, code
from server.room import tokens
from server.room.image import Image, Setup
from server.room.table import match_of

SHORTEST_TIMER = 5
LONGEST_TIMER = 7 * 24 * 3600
LEAST_NAME, MOST_NAME = 1, 40


def room_code(draw: Draw) -> str:
    """An invite code without letters that look alike."""
    return code(draw, CODE_LENGTH)


def room_id(draw: Draw) -> str:
    """An id that no other room has."""
    return f"{draw(2**64):016x}"


def setup_of(act: CreateRoom, library: Library, draw: Draw) -> Setup | tuple[Refusal, ...]:
    """The setup of the room asked for, or everything that is wrong with it."""
    faults = tuple(_faults(act, library))
    if faults:
        return faults
    seed = draw(2**63) if act.seed is None else act.seed
    plans = _plans(act, library)
    return Setup(
        id=room_id(draw),
        code=room_code(draw),
        name=" ".join(act.name.split()),
        map=act.map,
        length=act.length,
        timer=act.timer,
        public=act.public,
        seed=seed,
        plans=plans,
        seeded=act.seed is not None,
        mode=act.mode,
        temper=act.temper,
        teams=_teams(act, library),
        unranked=added(act.seats, plans),
        password=tokens.digest(act.password) if act.password else b"",
        language=act.language,
        bank=act.bank if act.timer is not None else 0,
        grace=act.grace if act.timer is not None else 0,
        calendar=act.calendar,
        absence=act.absence,
        delay=act.delay,
        webhook=act.webhook,
    )


def setup_again(before: Image, owner: Seat, room: str, draw: Draw) -> Setup:
    """The setup of the room `room` in which a match that is over is played again.

    Everybody's seat and faction is as it was, the seed another one unless its maker had chosen it.
    """
    setup = before.setup
    factions = [sitting.faction for sitting in match_of(before).seating]
    players = [OPEN if seat.is_person or seat.resigned else seat.player for seat in before.seats]
    players[owner] = YOU
    return replace(
        setup,
        id=room,
        code=room_code(draw),
        seed=setup.seed if setup.seeded else draw(2**63),
        plans=tuple(SeatPlan(*plan) for plan in zip(factions, players, strict=True)),
    )


def _plans(act: CreateRoom, library: Library) -> tuple[SeatPlan, ...]:
    """The seats asked for, with the neutral third where there is to be one. The act has no fault."""
    city, mode = library.city(act.map), library.mode(act.mode, act.map)
    if city is None or mode is None or not act.neutral:
        return act.seats
    return with_neutral(act.seats, len(city.starts), mode, library.stand_in)


def _teams(act: CreateRoom, library: Library) -> tuple[int, ...]:
    """Each seat's team, or none in a mode without. The act has no fault."""
    mode = library.mode(act.mode, act.map)
    return act.teams if mode is None or not mode.team_size else act.teams or _neighbours(act, mode)


def _neighbours(act: CreateRoom, mode: Mode) -> tuple[int, ...]:
    return tuple(seat // mode.team_size for seat in range(len(act.seats)))


def _faults(act: CreateRoom, library: Library) -> list[Refusal]:
    faults = [_map_fault(act, library), _length_fault(act, library), _timer_fault(act), _name_fault(act)]
    faults += [_temper_fault(act, library), *_mode_faults(act, library), _webhook_fault(act, library)]
    yours = sum(plan.player == YOU for plan in act.seats)
    if yours != 1:
        faults.append(refusal(Refused.ONE_SEAT_IS_YOURS, "seats", found=yours))
    for number, plan in enumerate(act.seats):
        faults += _seat_faults(number, plan, library)
    return [fault for fault in faults if fault is not None]


def _map_fault(act: CreateRoom, library: Library) -> Refusal | None:
    city = library.city(act.map)
    if city is None:
        known = ", ".join(offer.id for offer in library.offers())
        return refusal(Refused.UNKNOWN_MAP, "map", found=act.map, known=known)
    if len(act.seats) > len(city.starts):
        return refusal(Refused.WRONG_SEAT_COUNT, "seats", found=len(act.seats), most=len(city.starts))
    return None


def _length_fault(act: CreateRoom, library: Library) -> Refusal | None:
    lengths = library.rules.lengths
    if act.length in lengths:
        return None
    return refusal(Refused.UNKNOWN_LENGTH, "length", found=act.length, known=", ".join(lengths))


def _temper_fault(act: CreateRoom, library: Library) -> Refusal | None:
    if act.temper in library.tempers:
        return None
    return refusal(Refused.UNKNOWN_TEMPER, "temper", found=act.temper, known=", ".join(library.tempers))


def _mode_faults(act: CreateRoom, library: Library) -> list[Refusal | None]:
    mode = library.mode(act.mode, act.map)
    if mode is None:
        known = ", ".join(offer.key for offer in library.modes())
        return [refusal(Refused.UNKNOWN_MODE, "mode", found=act.mode, known=known)]
    return [
        _elsewhere("map", act.map, mode.map),
        _elsewhere("length", act.length, mode.length),
        _teams_fault(act, mode),
    ]


def _elsewhere(field: str, found: str, expected: str | None) -> Refusal | None:
    if expected is None or found == expected:
        return None
    return refusal(Refused.MODE_ELSEWHERE, field, found=found, expected=expected)


def _teams_fault(act: CreateRoom, mode: Mode) -> Refusal | None:
    """Equal teams, at least two of them; neighbours make one where none is named (rule 11)."""
    seats = len(act.seats)
    if not mode.team_size:
        return refusal(Refused.NO_TEAMS, "teams") if act.teams else None
    teams = act.teams or _neighbours(act, mode)
    sizes = Counter(teams)
    if len(teams) == seats and len(sizes) >= 2 and set(sizes.values()) == {mode.team_size}:
        return None
    return refusal(Refused.WRONG_TEAMS, "teams", found=seats, expected=mode.team_size)


def _timer_fault(act: CreateRoom) -> Refusal | None:
    if act.calendar is not None:
        return _calendar_fault(act, act.calendar)
    if act.timer is None or SHORTEST_TIMER <= act.timer <= LONGEST_TIMER:
        return None
    limits = {"least": SHORTEST_TIMER, "most": LONGEST_TIMER}
    return refusal(Refused.WRONG_TIMER, "timer", found=act.timer, **limits)


def _calendar_fault(act: CreateRoom, calendar: Calendar) -> Refusal | None:
    if act.timer is not None:
        return refusal(Refused.WRONG_FIELD, "timer", detail="a match with a calendar has no timer")
    if calendar.active_from < calendar.active_to:
        return None
    hours = {"active_from": calendar.active_from, "active_to": calendar.active_to}
    return refusal(Refused.WRONG_CALENDAR, "calendar", **hours)


def _webhook_fault(act: CreateRoom, library: Library) -> Refusal | None:
    if not act.webhook or is_allowed(act.webhook, library.webhook_hosts):
        return None
    known = ", ".join(library.webhook_hosts) or "none"
    return refusal(Refused.WRONG_WEBHOOK, "webhook", found=act.webhook, known=known)


def _name_fault(act: CreateRoom) -> Refusal | None:
    name = " ".join(act.name.split())
    if LEAST_NAME <= len(name) <= MOST_NAME and name.isprintable():
        return None
    return refusal(Refused.BAD_NAME, "name", least=LEAST_NAME, most=MOST_NAME)


def _seat_faults(number: int, plan: SeatPlan, library: Library) -> list[Refusal]:
    faults = []
    factions = library.rules.factions
    if plan.faction != ANY and FactionKey(plan.faction) not in factions:
        known = ", ".join(factions)
        field = f"seats[{number}].faction"
        faults.append(refusal(Refused.UNKNOWN_FACTION, field, found=plan.faction, known=known))
    players = (YOU, OPEN, *library.levels)
    if plan.player not in players:
        known = ", ".join(players)
        field = f"seats[{number}].player"
        faults.append(refusal(Refused.UNKNOWN_PLAYER, field, found=plan.player, known=known))
    return faults
