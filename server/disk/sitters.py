"""Who sits down in a room, as its records tell. Pure."""

from collections.abc import Iterable

from server.room.image import Image, Record, SeatChanged, SeatImage


def persons_in(records: Iterable[Record], image: Image | None) -> set[int]:
    """The ids of the persons whom the records or the image put into a seat, their own or somebody's."""
    seats = [record.now for record in records if isinstance(record, SeatChanged)]
    if image is not None:
        seats += image.seats
    return {person for seat in seats for person in _of(seat) if person} if seats else set()


def _of(seat: SeatImage) -> tuple[int, int]:
    return seat.person, 0 if seat.substitute is None else seat.substitute.person
