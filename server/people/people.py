"""What the host asks about people: a handful of verbs, kept on disk or in memory."""

from typing import Final, Protocol

from msgspec import Struct

from server.people.ban import AddressBan, Ban
from server.people.person import Person
from server.people.report import Report
from server.room.effects import Complaint
from server.room.result import Result

DAY: Final = 24 * 3600 * 1000
NAME_KEPT: Final = 180 * DAY
"""Milliseconds after which the name of somebody unseen is free."""

CODE_LENGTH: Final = 8
CODE_VALID: Final = 10 * 60 * 1000
"""Milliseconds in which a code for another device works."""

MOST_KEYS: Final = 16
"""Devices of one person; of more, the one that was added first is forgotten."""


class Taken(Struct, frozen=True):
    """The name is another person's, or looks like theirs."""

    name: str


class People(Protocol):
    """The verbs. Each raises StorageError.

    A key is a client's secret, of which only a digest is kept. Times are milliseconds since 1970.
    """

    async def known(self, key: str) -> Person | None:
        """Who this key belongs to; they count as seen now."""

    async def claim(self, key: str, name: str) -> Person | Taken:
        """The key's person under this name from now on, made if need be; the name they had is free.

        The caller has tidied the name.
        """

    async def is_free(self, name: str) -> bool:
        """Whether a guest may have this name: nobody with a key holds it."""

    async def new_code(self, person: int) -> str:
        """A code for another device in place of any before; it works once, for `CODE_VALID`."""

    async def use_code(self, code: str, key: str) -> Person | None:
        """From now on the key is of the person who got this code; None if the code is not good.

        Whoever was known by the key alone before lets go of their name.
        """

    async def finished(self, result: Result) -> bool:
        """Count a match for everybody in it, once: False if it was counted before."""

    async def uncounted(self) -> tuple[str, ...]:
        """The rooms whose match is over and was not counted: the server ended in between."""

    async def keep(self, complaint: Complaint) -> None:
        """Keep what somebody says of somebody else, for those who run the server."""

    async def reports(self, *, handled: bool = False) -> tuple[Report, ...]:
        """The reports that are (not) handled, the oldest first."""

    async def handle(self, report: int) -> bool:
        """The report by this number is dealt with; False if there is none."""

    async def find(self, who: str) -> Person | None:
        """Somebody by name, whatever it is written like, or by `#` and their id."""

    async def ban(self, who: int | str, ban: Ban) -> bool:
        """Keep a person, by id, or an address or network out; False if there is none such."""

    async def pardon(self, who: int | str) -> bool:
        """Let them in again; False if they were not kept out."""

    async def address_bans(self) -> tuple[AddressBan, ...]:
        """The addresses that are kept out."""

    async def is_banned(self, address: str, person: int) -> Ban | None:
        """What keeps this caller out, None if nothing; `person` is 0 for a guest."""
