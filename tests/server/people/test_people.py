"""Both keepers of people, on disk and in memory, keep the same promises."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from game.protocol import messages as say
from game.rules.ids import Seat
from server.disk.database import open_database
from server.disk.memory_people import MemoryPeople
from server.disk.people_store import SqlitePeople
from server.people.ban import FOR_EVER, AddressBan, Ban
from server.people.people import CODE_VALID, DAY, MOST_KEYS, NAME_KEPT, People, Taken
from server.people.person import Person
from server.room.effects import Complaint
from tests.support.results import result, seat

ANNS, BOBS, EVES = (letter * 43 for letter in "abe")


class Clock:
    """Milliseconds since 1970, as the test wants them."""

    def __init__(self) -> None:
        self.now = 1_790_000_000_000

    def __call__(self) -> int:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(params=["memory", "sqlite"])
async def people(request: pytest.FixtureRequest, tmp_path: Path, clock: Clock) -> AsyncIterator[People]:
    if request.param == "memory":
        yield MemoryPeople(clock)
    else:
        database = await open_database(tmp_path)
        yield SqlitePeople(database, clock)
        await database.close()


async def person(people: People, key: str, name: str) -> Person:
    found = await people.claim(key, name)
    assert isinstance(found, Person)
    return found


# --- names ------------------------------------------------------------------------------------------


async def test_who_claims_a_name_is_known_by_the_key(people: People) -> None:
    assert await people.known(ANNS) is None
    ann = await person(people, ANNS, "Ann")
    assert (ann.name, ann.matches, ann.reliability) == ("Ann", 0, None)
    assert await people.known(ANNS) == ann
    assert await people.known(BOBS) is None


async def test_the_same_name_again_changes_nothing(people: People) -> None:
    ann = await person(people, ANNS, "Ann")
    assert await people.claim(ANNS, "Ann") == ann


async def test_a_name_is_one_persons_whatever_it_is_written_like(people: People) -> None:
    await person(people, ANNS, "Ann")
    assert await people.claim(BOBS, "ÁNN") == Taken("ÁNN")
    assert await people.known(BOBS) is None
    assert not await people.is_free("a n n")
    assert await people.is_free("Bob")


async def test_a_person_may_be_called_otherwise_and_the_old_name_is_free(people: People) -> None:
    ann = await person(people, ANNS, "Ann")
    assert (await person(people, ANNS, "ANN")).id == ann.id
    assert (await person(people, ANNS, "Anna")).id == ann.id
    assert await people.is_free("Ann")
    assert (await person(people, BOBS, "Ann")).id != ann.id


async def test_the_name_of_somebody_long_unseen_is_free(people: People, clock: Clock) -> None:
    ann = await person(people, ANNS, "Ann")
    clock.now += NAME_KEPT - DAY
    assert isinstance(await people.claim(BOBS, "Ann"), Taken)
    clock.now += DAY
    assert await people.is_free("Ann")
    bob = await person(people, BOBS, "Ann")
    assert bob.id != ann.id
    back = await people.known(ANNS)
    assert back is not None
    assert (back.id, back.name) == (ann.id, "")


async def test_being_seen_keeps_the_name(people: People, clock: Clock) -> None:
    await person(people, ANNS, "Ann")
    for _ in range(3):
        clock.now += NAME_KEPT - DAY
        await people.known(ANNS)
    assert not await people.is_free("Ann")


async def test_people_are_found_by_name_or_number(people: People) -> None:
    ann = await person(people, ANNS, "Ann")
    assert await people.find("ANN") == ann
    assert await people.find(f"#{ann.id}") == ann
    assert await people.find("#99") is await people.find("#x") is await people.find("Bob") is None


# --- devices ----------------------------------------------------------------------------------------


async def test_another_device_becomes_known_by_a_code_once(people: People) -> None:
    ann = await person(people, ANNS, "Ann")
    code = await people.new_code(ann.id)
    assert len(code) == 8
    assert await people.use_code(f"{code[:4]}-{code[4:].lower()}", BOBS) == ann
    assert await people.known(BOBS) == await people.known(ANNS) == ann
    assert await people.use_code(code, EVES) is None


async def test_a_code_grows_old(people: People, clock: Clock) -> None:
    code = await people.new_code((await person(people, ANNS, "Ann")).id)
    clock.now += CODE_VALID
    assert await people.use_code(code, BOBS) is None


async def test_a_newer_code_stands_in_place_of_the_older(people: People) -> None:
    ann = await person(people, ANNS, "Ann")
    older, newer = await people.new_code(ann.id), await people.new_code(ann.id)
    assert await people.use_code(older, BOBS) is None
    assert await people.use_code(newer, BOBS) == ann


async def test_a_wrong_code_is_nobodys(people: People) -> None:
    await people.new_code((await person(people, ANNS, "Ann")).id)
    assert await people.use_code("AAAAAAAA", BOBS) is None
    assert await people.known(BOBS) is None


async def test_who_was_known_by_that_device_alone_lets_go_of_their_name(people: People) -> None:
    ann = await person(people, ANNS, "Ann")
    await person(people, BOBS, "Ann at work")
    assert await people.use_code(await people.new_code(ann.id), BOBS) == ann
    assert (await person(people, BOBS, "Ann at work")).id == ann.id


async def test_of_too_many_devices_the_first_is_forgotten(people: People, clock: Clock) -> None:
    ann = await person(people, ANNS, "Ann")
    for number in range(MOST_KEYS):
        clock.now += 1
        assert await people.use_code(await people.new_code(ann.id), f"{number:043d}") == ann
    assert await people.known(ANNS) is None
    assert await people.known(f"{0:043d}") == ann


# --- matches ----------------------------------------------------------------------------------------


async def test_a_match_counts_once_for_everybody_in_it(people: People) -> None:
    ann, bob = await person(people, ANNS, "Ann"), await person(people, BOBS, "Bob")
    over = result(seat(ann.id, 1), seat(bob.id, 2, turns_missed=3), seat(0, 3))
    assert await people.finished(over)
    assert not await people.finished(over)
    first, second = await people.known(ANNS), await people.known(BOBS)
    assert first is not None
    assert second is not None
    assert (first.matches, first.reliability, second.matches, second.reliability) == (1, 100, 1, 75)
    assert first.rated("free").value > 1500 > second.rated("free").value
    assert first.rated("free").matches == second.rated("free").matches == 1
    assert first.rated("teams").matches == 0


async def test_ratings_go_on_from_where_they_were_in_each_mode(people: People) -> None:
    ann, bob = await person(people, ANNS, "Ann"), await person(people, BOBS, "Bob")
    for number, mode in enumerate(("free", "teams", "free")):
        await people.finished(result(seat(ann.id, 1), seat(bob.id, 2), room=f"r{number}", mode=mode))
    found = await people.known(ANNS)
    assert found is not None
    assert [(rated.mode, rated.matches) for rated in found.ratings] == [("free", 2), ("teams", 1)]
    assert found.rated("free").value > found.rated("teams").value


async def test_a_match_that_does_not_move_ratings_counts_all_the_same(people: People) -> None:
    ann, bob = await person(people, ANNS, "Ann"), await person(people, BOBS, "Bob")
    assert await people.finished(result(seat(ann.id, 1), seat(bob.id, 2), seeded=True))
    found = await people.known(ANNS)
    assert found is not None
    assert (found.matches, found.ratings) == (1, ())


async def test_a_person_who_is_not_here_is_no_harm(people: People) -> None:
    ann = await person(people, ANNS, "Ann")
    assert await people.finished(result(seat(ann.id, 1), seat(99, 2)))
    found = await people.known(ANNS)
    assert found is not None
    assert (found.matches, found.ratings) == (1, ())


# --- order ------------------------------------------------------------------------------------------


def complaint(text: str) -> Complaint:
    return Complaint(
        "r1", 1_790_000_000_000, Seat(0), 1, Seat(1), 2, "Bob", text, (say.Line("Bob", "boo", 1),)
    )


async def test_reports_are_kept_until_they_are_handled(people: People) -> None:
    for text in ("rude", "slow"):
        await people.keep(complaint(text))
    first, second = await people.reports()
    assert (first.complaint, first.is_handled, second.complaint.text) == (complaint("rude"), False, "slow")
    assert await people.handle(first.id)
    assert not await people.handle(first.id)
    assert not await people.handle(99)
    assert await people.reports() == (second,)
    assert [report.id for report in await people.reports(handled=True)] == [first.id]


async def test_a_banned_person_is_out_until_it_ends_or_is_pardoned(people: People, clock: Clock) -> None:
    ann = await person(people, ANNS, "Ann")
    ban = Ban(clock.now + DAY, "rude")
    assert await people.ban(ann.id, ban)
    assert await people.is_banned("10.0.0.1", ann.id) == ban
    assert await people.is_banned("10.0.0.1", 0) is None
    clock.now += DAY
    assert await people.is_banned("10.0.0.1", ann.id) is None
    await people.ban(ann.id, Ban(FOR_EVER, "very rude"))
    assert await people.pardon(ann.id)
    assert not await people.pardon(ann.id)
    assert await people.is_banned("10.0.0.1", ann.id) is None


async def test_a_banned_address_is_out_for_guests_and_persons(people: People) -> None:
    ann = await person(people, ANNS, "Ann")
    ban = Ban(FOR_EVER, "noisy")
    assert await people.is_banned("10.0.0.1", 0) is None
    assert await people.ban("10.0.0.0/24", ban)
    assert await people.address_bans() == (AddressBan("10.0.0.0/24", ban),)
    assert await people.is_banned("10.0.0.1", 0) == await people.is_banned("10.0.0.1", ann.id) == ban
    assert await people.is_banned("10.0.1.1", 0) is None
    assert await people.pardon("10.0.0.0/24")
    assert await people.is_banned("10.0.0.1", 0) is None


async def test_nobody_is_banned_who_is_not_there(people: People) -> None:
    assert not await people.ban(99, Ban(FOR_EVER, ""))
    assert not await people.ban("nowhere", Ban(FOR_EVER, ""))
    assert not await people.pardon("nowhere")
