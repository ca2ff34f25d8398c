"""What one player tells those who run the server about another."""

from msgspec import Struct


class Report(Struct, frozen=True):
    """`by` and `about` are ids of persons, 0 for guests, whose names stand beside them. `id` is 0 until it is stored.

    `at` is in milliseconds since 1970.
    """

    room: str
    by: int
    by_name: str
    about: int
    about_name: str
    text: str
    at: int = 0
    id: int = 0
    is_handled: bool = False
