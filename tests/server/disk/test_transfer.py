"""A match that moves goes on where it was, and in one place only."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from game.protocol import messages as say
from game.replays.codec import decode
from game.replays.proof import prove
from server.disk.archive import finished, replay_from
from server.disk.journal import StorageError
from server.disk.people_store import SqlitePeople
from server.disk.replay_store import SqliteReplays
from server.disk.store import SqliteJournal, open_journal
from server.disk.transfer import Brought, bring_in, export_room, import_room, remove_room
from server.room.image import Saved, Substitute
from tests.support.peers import KEYS, FakePeer
from tests.support.replays import played_room
from tests.support.rooms import begun
from tests.support.servers import local_host


async def stored(folder: Path, turns: int = 3) -> None:
    """A room with a match of people whom that server knows, after so many turns, and a slate of the next."""
    journal = await open_journal(folder)
    image, records = played_room(turns)
    seats = tuple(
        replace(seat, person=40 + number, substitute=Substitute("Eve", person=50) if number else None)
        for number, seat in enumerate(image.seats)
    )
    setup = replace(image.setup, webhook="https://hooks.example/x", timer=3600)
    image = replace(image, seats=seats, setup=setup, barred_persons=(7,), rematch="r9")
    epoch = await journal.claim("r1")
    await journal.append("r1", epoch, (), begun().room.image)
    for record in records:
        await journal.append("r1", epoch, (record,), image)
    if turns == 3:
        await journal.append("r1", epoch, (Saved(image.owner, 4, ()),), None)
    await journal.close()


async def empty(folder: Path) -> None:
    """A journal with a room in it already."""
    journal = await open_journal(folder)
    epoch = await journal.claim("other")
    await journal.append("other", epoch, (), begun().room.image)
    await journal.append("other", epoch, (Saved(begun().room.image.owner, 1, ()),), None)
    await journal.close()


async def brought(tmp_path: Path, turns: int = 3) -> Brought:
    await stored(tmp_path / "old", turns)
    await empty(tmp_path / "new")
    return import_room(tmp_path / "new", export_room(tmp_path / "old", "r1"))


async def test_a_match_is_the_same_at_the_new_place(tmp_path: Path) -> None:
    found = await brought(tmp_path)
    old, new = await open_journal(tmp_path / "old"), await open_journal(tmp_path / "new")
    was, now = await old.load("r1"), await new.load("r1")
    assert was is not None
    assert now is not None
    assert now.now().state == was.now().state
    assert now.now().slates == was.now().slates == ((), None)
    assert now.now().deadline == was.now().deadline
    assert await new.played("r1") == await old.played("r1")
    assert await new.running() == ("other", "r1")
    assert (now.image.setup.webhook, now.image.rematch, now.image.barred_persons) == ("", "", ())
    assert now.image.setup.code == found.code != was.image.setup.code
    other = await new.load("other")
    assert other is not None
    assert len(other.records) == 1
    await old.close()
    await new.close()


async def test_its_owner_there_has_a_fresh_epoch_and_writes_on(tmp_path: Path) -> None:
    await brought(tmp_path)
    journal = await open_journal(tmp_path / "new")
    epoch = await journal.claim("r1")
    assert epoch == 2
    await journal.append("r1", epoch, (Saved(begun().room.image.owner, 4, ()),), None)
    await journal.append(
        "other", await journal.claim("other"), (Saved(begun().room.image.owner, 1, ()),), None
    )
    kept = await journal.load("r1")
    assert kept is not None
    assert len(kept.records) == 1
    await journal.close()


async def test_its_people_get_their_seats_back_by_codes(tmp_path: Path) -> None:
    found = await brought(tmp_path)
    assert [(seat.seat, seat.name, len(seat.code)) for seat in found.seats] == [(0, "Ann", 8), (1, "Bob", 8)]
    journal = await open_journal(tmp_path / "new")
    people = SqlitePeople(journal.database)
    async with local_host(journal=journal, people=people, listen=False) as local:
        peer = FakePeer(local.host)
        peer.hello(KEYS["Anna"])
        await peer.hears(say.Welcome)
        known = await peer.asked(say.UseDeviceCode(found.seats[0].code))
        assert isinstance(known, say.Known)
        assert known.you.name == "Ann"
        own = await peer.asked(say.MyMatches())
        assert isinstance(own, say.Matches)
        assert [match.room.id for match in own.matches] == ["r1"]
        seated = await peer.asked(say.ResumeSeat("r1"))
        assert isinstance(seated, say.Seated)
        assert (seated.seat, seated.room.seats[1].substitute) == (0, "")
        assert (await peer.hears(say.Begin)).number == 3


async def test_nobody_gets_the_seat_of_whoever_has_their_number_here(tmp_path: Path) -> None:
    await stored(tmp_path / "old")
    journal = await open_journal(tmp_path / "new")
    people = SqlitePeople(journal.database)
    for number in range(60):
        await people.claim(f"{number:043d}", f"Somebody {number}")
    await journal.close()
    import_room(tmp_path / "new", export_room(tmp_path / "old", "r1"))
    journal = await open_journal(tmp_path / "new")
    for person in range(1, 61):
        assert await journal.rooms_of(person) == ()
    await journal.close()


async def test_a_name_that_is_taken_here_is_not_given_to_another(tmp_path: Path) -> None:
    await stored(tmp_path / "old")
    journal = await open_journal(tmp_path / "new")
    await SqlitePeople(journal.database).claim("k" * 43, "ANN")
    await journal.close()
    found = import_room(tmp_path / "new", export_room(tmp_path / "old", "r1"))
    assert [seat.code != "" for seat in found.seats] == [True, True]
    journal = await open_journal(tmp_path / "new")
    people = SqlitePeople(journal.database)
    assert await journal.rooms_of(1) == ()
    stranger = await people.use_code(found.seats[0].code, "s" * 43)
    assert stranger is not None
    assert stranger.name == ""
    await journal.close()


async def test_by_name_a_seat_goes_to_whoever_has_it_here(tmp_path: Path) -> None:
    await stored(tmp_path / "old")
    journal = await open_journal(tmp_path / "new")
    await SqlitePeople(journal.database).claim("k" * 43, "Ann")
    await journal.close()
    found = import_room(tmp_path / "new", export_room(tmp_path / "old", "r1"), by_name=True)
    assert [(seat.name, seat.code != "") for seat in found.seats] == [("Ann", False), ("Bob", True)]
    journal = await open_journal(tmp_path / "new")
    assert await journal.rooms_of(1) == ("r1",)
    await journal.close()


async def test_a_match_that_is_over_moves_too_and_is_proved_there(tmp_path: Path) -> None:
    await brought(tmp_path, 99)
    assert [one.room for one in finished(tmp_path / "new")] == ["r1"]
    assert finished(tmp_path / "new")[0].ended_at == finished(tmp_path / "old")[0].ended_at
    assert prove(decode([replay_from(tmp_path / "new", "r1")])).holds


async def test_a_match_is_in_one_place_only(tmp_path: Path) -> None:
    await brought(tmp_path)
    data = export_room(tmp_path / "old", "r1")
    with pytest.raises(StorageError, match="here already"):
        import_room(tmp_path / "new", data)
    with pytest.raises(StorageError, match="here already"):
        import_room(tmp_path / "old", data)
    remove_room(tmp_path / "old", "r1")
    with pytest.raises(StorageError, match="found no room"):
        export_room(tmp_path / "old", "r1")
    with pytest.raises(StorageError, match="found no room"):
        remove_room(tmp_path / "old", "r1")
    import_room(tmp_path / "old", data)


async def test_a_running_server_lets_a_match_be_read_but_not_taken(tmp_path: Path) -> None:
    await stored(tmp_path / "old")
    journal = await open_journal(tmp_path / "old")
    data = export_room(tmp_path / "old", "r1")
    for wanted in (lambda: remove_room(tmp_path / "old", "r1"), lambda: import_room(tmp_path / "old", data)):
        with pytest.raises(StorageError, match="another server is using"):
            wanted()
    await journal.close()


async def test_a_running_server_takes_a_match_in_and_goes_on_with_it(tmp_path: Path) -> None:
    await stored(tmp_path / "old")
    data = export_room(tmp_path / "old", "r1")
    journal: SqliteJournal = await open_journal(tmp_path / "new")
    people, replays = SqlitePeople(journal.database), SqliteReplays(journal.database)
    async with local_host(journal=journal, people=people, replays=replays, listen=False) as local:
        epoch = await journal.claim("other")
        await journal.append("other", epoch, (), begun().room.image)
        found = await bring_in(journal, data)
        await journal.append("other", epoch, (Saved(begun().room.image.owner, 1, ()),), None)
        await local.host.rooms.fetch(found.room)
        keeper = local.host.rooms.named(found.code)
        assert keeper is not None
        assert keeper.room.image.number == 3
        with pytest.raises(StorageError, match="here already"):
            await bring_in(journal, data)


async def test_a_broken_file_changes_nothing(tmp_path: Path) -> None:
    await stored(tmp_path / "old")
    await empty(tmp_path / "new")
    data = export_room(tmp_path / "old", "r1")
    with pytest.raises(StorageError):
        import_room(tmp_path / "new", data[:-1] + b"\x01")
    journal = await open_journal(tmp_path / "new")
    assert await journal.running() == ("other",)
    await journal.close()


async def test_where_nothing_is_there_is_nothing_to_move(tmp_path: Path) -> None:
    await stored(tmp_path / "old")
    data = export_room(tmp_path / "old", "r1")
    nowhere = tmp_path / "nowhere"
    for wanted in (
        lambda: export_room(nowhere, "r1"),
        lambda: remove_room(nowhere, "r1"),
        lambda: import_room(nowhere, data),
    ):
        with pytest.raises(StorageError, match="found no journal"):
            wanted()
    assert not nowhere.exists()


async def test_a_lobby_does_not_move_and_other_rules_are_explained(tmp_path: Path) -> None:
    journal = await open_journal(tmp_path)
    lobby = replace(begun().room.image, phase="lobby", match=None, state=None)
    await journal.append("r1", await journal.claim("r1"), (), lobby)
    await journal.append("r2", await journal.claim("r2"), (), begun().room.image)
    await journal.database.do(lambda db: db.execute("UPDATE images SET body = x'80' WHERE room = 2"))
    await journal.close()
    with pytest.raises(StorageError, match="no match yet"):
        export_room(tmp_path, "r1")
    with pytest.raises(StorageError, match="with the version of the server"):
        export_room(tmp_path, "r2")
