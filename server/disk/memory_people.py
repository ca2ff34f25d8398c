"""People who are forgotten with the process: for solo play and for tests."""

import secrets
import time
from collections.abc import Callable

from msgspec.structs import replace

from server.people.ban import AddressBan, Ban, ban_of, network_of
from server.people.keys import digest
from server.people.letters import Draw, code, typed
from server.people.people import CODE_LENGTH, CODE_VALID, MOST_KEYS, NAME_KEPT, Taken
from server.people.person import Person
from server.people.rating import counts, moved
from server.people.report import Report
from server.room.effects import Complaint
from server.room.names import skeleton
from server.room.result import Result


def _now() -> int:
    return time.time_ns() // 1_000_000


class MemoryPeople:
    """Keeps the same promises as the people on disk, but for surviving."""

    def __init__(self, wall: Callable[[], int] = _now, draw: Draw = secrets.randbelow) -> None:
        """`wall` gives milliseconds since 1970."""
        self._wall = wall
        self._draw = draw
        self._persons: dict[int, Person] = {}
        self._seen: dict[int, int] = {}
        self._keys: dict[bytes, int] = {}
        self._codes: dict[int, tuple[bytes, int]] = {}
        self._counted: set[str] = set()
        self._reports: list[Report] = []
        self._bans: dict[int | str, Ban] = {}

    async def known(self, key: str) -> Person | None:
        """See `People.known`."""
        number = self._keys.get(digest(key))
        if number is None:
            return None
        self._seen[number] = self._wall()
        return self._persons[number]

    async def claim(self, key: str, name: str) -> Person | Taken:
        """See `People.claim`."""
        person = await self.known(key)
        holder = self._holder(name)
        if holder is not None and (person is None or holder.id != person.id):
            if self._seen[holder.id] > self._wall() - NAME_KEPT:
                return Taken(name)
            self._persons[holder.id] = replace(holder, name="")
        number = len(self._persons) + 1 if person is None else person.id
        self._keys[digest(key)] = number
        self._seen[number] = self._wall()
        self._persons[number] = Person(number, name) if person is None else replace(person, name=name)
        return self._persons[number]

    async def is_free(self, name: str) -> bool:
        """See `People.is_free`."""
        holder = self._holder(name)
        return holder is None or self._seen[holder.id] <= self._wall() - NAME_KEPT

    async def new_code(self, person: int) -> str:
        """See `People.new_code`."""
        fresh = code(self._draw, CODE_LENGTH)
        self._codes[person] = (digest(fresh), self._wall() + CODE_VALID)
        return fresh

    async def use_code(self, code: str, key: str) -> Person | None:
        """See `People.use_code`."""
        meant = digest(typed(code))
        person = next((number for number, (own, _) in self._codes.items() if own == meant), None)
        if person is None or self._codes.pop(person)[1] <= self._wall():
            return None
        before = self._keys.pop(digest(key), None)
        self._keys[digest(key)] = person
        own = [key for key, number in self._keys.items() if number == person]
        for oldest in own[:-MOST_KEYS]:
            del self._keys[oldest]
        if before is not None and before not in self._keys.values():
            self._persons[before] = replace(self._persons[before], name="")
        return await self.known(key)

    async def finished(self, result: Result) -> bool:
        """See `People.finished`."""
        if result.room in self._counted:
            return False
        self._counted.add(result.room)
        for seat in result.seats:
            person = self._persons.get(seat.person)
            if person is not None:
                due, missed = person.turns_due + seat.turns_due, person.turns_missed + seat.turns_missed
                self._persons[person.id] = replace(
                    person, matches=person.matches + 1, turns_due=due, turns_missed=missed
                )
        if counts(result) and all(seat.person in self._persons for seat in result.seats if seat.person):
            self._rate(result)
        return True

    def _rate(self, result: Result) -> None:
        persons = [self._persons[seat.person] for seat in result.seats if seat.person]
        for number, now in moved(result, {one.id: one.rated(result.mode) for one in persons}).items():
            person = self._persons[number]
            others = [rated for rated in person.ratings if rated.mode != now.mode]
            ratings = sorted((*others, now), key=lambda rated: rated.mode)
            self._persons[number] = replace(person, ratings=tuple(ratings))

    async def uncounted(self) -> tuple[str, ...]:
        """See `People.uncounted`: there is no room that was here before the process."""
        return ()

    async def keep(self, complaint: Complaint) -> None:
        """See `People.keep`."""
        self._reports.append(Report(len(self._reports) + 1, complaint))

    async def reports(self, *, handled: bool = False) -> tuple[Report, ...]:
        """See `People.reports`."""
        return tuple(report for report in self._reports if report.is_handled == handled)

    async def handle(self, report: int) -> bool:
        """See `People.handle`."""
        for place, found in enumerate(self._reports):
            if found.id == report and not found.is_handled:
                self._reports[place] = replace(found, is_handled=True)
                return True
        return False

    async def find(self, who: str) -> Person | None:
        """See `People.find`."""
        if who.startswith("#"):
            return self._persons.get(int(who[1:])) if who[1:].isdecimal() else None
        return self._holder(who)

    async def ban(self, who: int | str, ban: Ban) -> bool:
        """See `People.ban`."""
        key = network_of(who) if isinstance(who, str) else who
        if key is None or (isinstance(key, int) and key not in self._persons):
            return False
        self._bans[key] = ban
        return True

    async def pardon(self, who: int | str) -> bool:
        """See `People.pardon`."""
        key = network_of(who) if isinstance(who, str) else who
        return key is not None and self._bans.pop(key, None) is not None

    async def address_bans(self) -> tuple[AddressBan, ...]:
        """See `People.address_bans`."""
        return tuple(AddressBan(who, ban) for who, ban in self._bans.items() if isinstance(who, str))

    async def is_banned(self, address: str, person: int) -> Ban | None:
        """See `People.is_banned`."""
        now = self._wall()
        own = self._bans.get(person) if person else None
        of_person = own if own is not None and own.until > now else None
        return ban_of(address, await self.address_bans(), now) or of_person

    def _holder(self, name: str) -> Person | None:
        look = skeleton(name)
        named = (person for person in self._persons.values() if person.name)
        return next((person for person in named if skeleton(person.name) == look), None)
