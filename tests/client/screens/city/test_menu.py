from game.client.screens.city.cockpit import Cockpit
from game.client.screens.city.menu import MenuDoors, match_menu
from game.client.widgets.button import Button
from game.client.widgets.widget import walk
from game.protocol.messages import Absence, Calendar
from game.rules.ids import Seat
from tests.support.cockpits import linked_cockpit, worked_out


def doors(said: list[str]) -> MenuDoors:
    def to(name: str):
        return lambda *_: said.append(name)

    return MenuDoors(*(to(name) for name in MenuDoors.__struct_fields__))


def labels(cockpit: Cockpit, said: list[str] | None = None) -> dict[str, Button]:
    menu = match_menu(cockpit, doors(said if said is not None else []))
    return {widget.label: widget for widget in walk(menu) if isinstance(widget, Button)}


async def test_every_button_leads_to_its_door() -> None:
    async with linked_cockpit() as (cockpit, link):
        link.change_room(timer=90)
        await worked_out(cockpit)
        said: list[str] = []
        for button in labels(cockpit, said).values():
            button.press()
        assert sorted(said) == sorted([*MenuDoors.__struct_fields__, "agreement", "agreement"])


async def test_only_a_clock_can_be_paused_and_only_a_caretaker_briefed() -> None:
    async with linked_cockpit() as (cockpit, link):
        assert "Pause" not in labels(cockpit)
        link.change_room(calendar=Calendar(24), absence=Absence(60, "pass"))
        await worked_out(cockpit)
        found = labels(cockpit)
        assert {"Pause", "More time"} <= found.keys()
        assert "While I am away" not in found


async def test_who_watches_settles_nothing() -> None:
    async with linked_cockpit(seat=Seat(-1)) as (cockpit, _):
        found = labels(cockpit)
        assert {"Chat", "Who plays", "Leave the match"} <= found.keys()
        assert not {"Resign", "End by agreement", "Your faction", "While I am away"} & found.keys()


async def test_a_pause_that_holds_can_be_ended_from_the_menu() -> None:
    async with linked_cockpit() as (cockpit, link):
        link.change_room(timer=90)
        link.set_clock(60_000, paused=True)
        for seat in range(3):
            link.vote(Seat(seat), agree=True, matter="pause")
        await worked_out(cockpit)
        assert "End the pause" in labels(cockpit)
