"""Who is waited for, who is gone, who is asked: pure questions about a room whose match runs."""

from msgspec.structs import replace

from game.rules.ids import Seat
from server.room.image import Image, Readied, SeatChanged, SeatImage

MOST_MISSED = 2
"""Deadlines missed one after another until nobody waits any more."""


def is_gone(seat: SeatImage) -> bool:
    """Whether nobody plays a person's seat: they got up or are absent, and nobody has taken it meanwhile."""
    return seat.is_person and (seat.away or seat.absent) and seat.substitute is None


def players(image: Image) -> tuple[Seat, ...]:
    """The seats that people play."""
    return tuple(Seat(n) for n, seat in enumerate(image.seats) if seat.is_person and not is_gone(seat))


def waited_for(image: Image) -> tuple[Seat, ...]:
    """The seats whose people have not finished the turn."""
    return tuple(seat for seat in players(image) if not image.ready[seat])


def voters(image: Image) -> tuple[Seat, ...]:
    """The seats whose people are asked: ranked, and there themselves. Substitutes decide nothing for others."""
    return tuple(
        Seat(n)
        for n, seat in enumerate(image.seats)
        if seat.is_person and not seat.away and not seat.absent and n not in image.setup.unranked
    )


def agree(image: Image, votes: tuple[bool, ...]) -> bool:
    """Whether everybody who is asked has said yes."""
    if not any(votes):
        return False
    asked = voters(image)
    return bool(asked) and all(votes[seat] for seat in asked)


def is_agreed(image: Image) -> bool:
    """Whether the match ends now: everybody who is asked agrees, or all have resigned."""
    return not any(seat.is_person for seat in image.seats) or agree(image, image.votes)


def to_care_for(image: Image, *, missing: bool = False) -> tuple[Seat, ...]:
    """The seats for which a caretaker has yet to think: their people are gone; or `missing`, all that are not ready.

    It thinks whatever they have saved, so that nothing tells whether they have.
    """
    if image.setup.absence.then != "caretaker":
        return ()
    return tuple(
        Seat(n)
        for n, seat in enumerate(image.seats)
        if seat.is_person and not image.ready[n] and (missing or is_gone(seat)) and not _has_stood(image, n)
    )


def _has_stood(image: Image, number: int) -> bool:
    return bool(image.stood) and image.stood[number] is not None


def is_due(image: Image) -> bool:
    """Whether the turn closes: everyone who plays is ready, and somebody plays."""
    for seat, ready in zip(image.seats, image.ready, strict=True):
        if not (ready or is_gone(seat)):
            return False
    return bool(players(image)) and not to_care_for(image)


def back(image: Image, seat: Seat) -> tuple[SeatChanged, ...]:
    """What changes when the person of a seat acts or returns: they are waited for again."""
    was = image.seats[seat]
    if not (was.away or was.absent) or was.substitute is not None:
        return ()
    return (SeatChanged(seat, returned(was)),)


def unsaid(image: Image, seat: Seat) -> tuple[Readied, ...]:
    """What changes when a seat's substitute has it no longer: what they were ready with is for its person to judge.

    The slate stays: it is all there is until another one is saved.
    """
    if image.state is None or image.seats[seat].substitute is None or not image.ready[seat]:
        return ()
    return (Readied(seat, image.state.public.turn, ready=False),)


def returned(seat: SeatImage) -> SeatImage:
    """The seat with its own person in it again."""
    return replace(seat, away=False, absent=False, missed=0, substitute=None)


def after_turn(image: Image) -> tuple[SeatImage, ...]:
    """The seats after the turn that is planned in this image has closed: who gave nothing has missed it.

    For a person who misses two in a row nobody waits any more; a substitute who does leaves the seat.
    """
    return tuple(_counted(image, Seat(n)) if seat.is_person else seat for n, seat in enumerate(image.seats))


def _counted(image: Image, number: Seat) -> SeatImage:
    seat = image.seats[number]
    acted = image.ready[number] or image.slates[number] is not None
    missed = 0 if acted else seat.missed + 1
    no_show = missed >= MOST_MISSED
    own = acted and seat.substitute is None
    return replace(
        seat,
        turns_due=seat.turns_due + 1,
        turns_missed=seat.turns_missed + (not own),
        missed=missed,
        absent=seat.absent or no_show,
        substitute=None if no_show else seat.substitute,
    )
