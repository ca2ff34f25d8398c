import pytest

from game.client.screens.city.sitters import sitter
from game.protocol.messages import Absence
from game.rules.ids import Seat
from tests.support.cockpits import linked_cockpit, worked_out

ONE = Seat(1)


@pytest.mark.parametrize(
    ("chair", "then", "name", "state", "sign"),
    [
        ({}, "pass", "Mirela", "planning", "dots"),
        ({"here": False}, "pass", "Mirela", "not connected", "offline"),
        ({"absent": True}, "pass", "Mirela", "absent, passes", "offline"),
        ({"absent": True}, "caretaker", "Mirela", "absent, a computer plays", "offline"),
        ({"absent": True}, "substitute", "Mirela", "absent, a guest may play", "offline"),
        ({"absent": True, "substitute": "Zoe"}, "substitute", "Zoe for Mirela", "planning", "dots"),
        ({"player": "greedy"}, "pass", "Computer, one turn ahead", "planning", "dots"),
        (
            {"player": "greedy", "resigned": True},
            "pass",
            "Computer, one turn ahead, for Mirela",
            "planning",
            "dots",
        ),
    ],
)
async def test_a_seat_says_who_plays_it_and_how_it_stands(
    chair: dict[str, object], then: str, name: str, state: str, sign: str
) -> None:
    async with linked_cockpit() as (cockpit, link):
        link.change_room(absence=Absence(60, then))  # type: ignore[arg-type]
        link.change_chair(ONE, name="Mirela", **chair)
        await worked_out(cockpit)
        found = sitter(cockpit, ONE)
        assert (found.name, found.state, found.sign) == (name, state, sign)
        assert found.is_person is (chair.get("player") is None)


async def test_without_a_room_the_factions_are_known() -> None:
    async with linked_cockpit() as (cockpit, _):
        cockpit.model.client.room = None
        assert sitter(cockpit, ONE).name == "Oral Command Centers"
