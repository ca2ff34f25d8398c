"""What one player told those who run the server about another."""

from msgspec import Struct

from server.room.effects import Complaint


class Report(Struct, frozen=True):
    """A complaint that is kept, under its number."""

    id: int
    complaint: Complaint
    is_handled: bool = False
