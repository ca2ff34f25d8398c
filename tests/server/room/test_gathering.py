import pytest
from msgspec.structs import replace

from game.protocol.messages import ANY, OPEN, YOU, Done, JoinRoom, SaveSlate, SeatPlan, Sit
from game.protocol.refusals import Refusal, Refused
from game.rules.cards import Mode, NumberChange
from game.rules.ids import Seat
from server.room import core, gathering
from server.room.image import Abandoned, OwnerChanged, SeatChanged
from tests.support.rooms import ANN, BOB, Bench, begun, content

PLANS = (SeatPlan("sra", YOU), SeatPlan("occ", OPEN), SeatPlan(ANY, "greedy"))


def bench() -> Bench:
    made = Bench(PLANS)
    made.open()
    return made


def test_one_who_joins_gets_the_open_seat() -> None:
    image = bench().room.image
    assert gathering.place_for(image, JoinRoom("Bob", "r1")) == 1
    refused = gathering.place_for(image, JoinRoom("Bob", "r1", 2))
    assert isinstance(refused, Refusal)
    assert refused.code == Refused.SEAT_TAKEN


@pytest.mark.parametrize(("faction", "becomes"), [(ANY, "occ"), ("ca", "ca")])
def test_one_who_moves_takes_the_faction_of_the_seat_unless_they_choose(faction: str, becomes: str) -> None:
    person = gathering.sitting(bench().room.image, Seat(0), Sit("r1", 1, faction), content())
    assert not isinstance(person, Refusal)
    assert (person.faction, person.name) == (becomes, "Ann")


def test_moving_empties_the_old_seat_and_takes_the_room_along() -> None:
    image = bench().room.image
    records = gathering.moving(image, Seat(0), Seat(1), image.seats[0])
    assert [type(record) for record in records] == [SeatChanged, SeatChanged, OwnerChanged]
    assert isinstance(records[0], SeatChanged)
    assert records[0].now.player == OPEN


def test_the_last_one_abandons_the_room() -> None:
    made = bench()
    assert Abandoned() in gathering.getting_up(made.room.image, Seat(0))
    made.join(BOB, "Bob")
    assert OwnerChanged(Seat(1)) in gathering.getting_up(made.room.image, Seat(0))


def test_nothing_is_arranged_in_a_match() -> None:
    image = begun().room.image
    assert gathering.not_in_lobby(image) is not None
    assert isinstance(gathering.started(image, Seat(0), content()), Refusal)


def test_a_match_has_the_factions_that_were_chosen() -> None:
    image = bench().room.image
    waiting = gathering.started(image, Seat(0), content())
    assert isinstance(waiting, Refusal)
    assert waiting.parameters == {"seat": 1, "waiting": 1}
    begin = begun((SeatPlan("ca", YOU), SeatPlan(ANY, "greedy"), SeatPlan("sra", "random")))
    assert begin.room.image.match is not None
    assert [sitting.faction for sitting in begin.room.image.match.seating] == ["ca", "occ", "sra"]


def test_a_match_is_begun_in_the_mode_of_its_map() -> None:
    own = Mode("scenario", together=True, numbers=(NumberChange("sanctuary.parts", set=3),))
    made = Bench((PLANS[0], PLANS[2]), mode="scenario")
    made.open()
    begun = gathering.started(made.room.image, Seat(0), replace(content(), scenario=own))
    assert not isinstance(begun, Refusal)
    board, _ = begun
    match = board.match
    assert match.mode == own
    assert match.ruleset.sanctuary.parts == 3
    without = gathering.started(made.room.image, Seat(0), content())
    assert isinstance(without, Refusal)
    assert without.code == Refused.SETUP_IMPOSSIBLE


def test_a_match_is_played_with_the_tables_it_began_with(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(_match: object) -> None:
        raise AssertionError("made twice")

    monkeypatch.setattr(core, "Board", forbidden)
    bench = begun((SeatPlan("ca", YOU), SeatPlan(ANY, OPEN)))
    assert isinstance(bench.ask(ANN, SaveSlate("r1", 1, ())), Done)
