"""Ways out of a seat: resign and leave it to a computer player for good; or let go of it because somebody has it back."""

from collections.abc import Callable

from game.client.model.match import Departure
from game.client.screens.city.asking import send
from game.client.screens.city.cockpit import Cockpit
from game.client.screens.notice import confirm, notify
from game.client.widgets.button import Button
from game.client.widgets.panelbox import Dialog
from game.protocol.messages import Answer, Seated


def ask_to_resign(cockpit: Cockpit) -> Dialog:
    """Ask first: the seat is given up for good."""
    say = cockpit.say
    act = (say("resign"), lambda: send(cockpit, cockpit.model.client.resign()))
    return confirm(cockpit.stage, say("resign-title"), say("resign-about"), act)


def tell_departure(cockpit: Cockpit, departure: Departure, leave: Callable[[], None]) -> None:
    """Another device or a substitute has the seat: take it back, or leave. Or its owner has it, for whom one stood in."""
    say, stage = cockpit.say, cockpit.stage
    if departure.stood_in_for:
        about = say("returned-about", name=departure.stood_in_for)
        notify(stage, say("returned-title"), about, leave)
        return
    opened: list[Dialog] = []

    def close_and(act: Callable[[], None]) -> Callable[[], None]:
        def do() -> None:
            stage.desk.close(opened[0])
            act()

        return do

    away = Button(say("menu-leave"), close_and(leave), key="Esc", height=36)
    back = Button(
        say("displaced-back"), close_and(lambda: take_back(cockpit)), "primary", key="Enter", height=36
    )
    why = "substituted" if departure.absent else "displaced"
    dialog = Dialog(say(f"{why}-title"), say(f"{why}-about"), [away, back], accent="attention", cancel=away)
    opened.append(dialog)
    stage.desk.open(dialog)
    stage.desk.focus_on(back)


def tell_stand_in(cockpit: Cockpit, name: str) -> None:
    """Somebody has played the own seat until now: what they have planned stands in the slate."""
    say = cockpit.say
    notify(cockpit.stage, say("stood-in-title", name=name), say("stood-in-about", name=name))


def take_back(cockpit: Cockpit) -> None:
    """Ask for the own seat again."""
    send(cockpit, _resumed(cockpit))


async def _resumed(cockpit: Cockpit) -> Answer:
    model = cockpit.model
    answer = await model.client.take_back(model.company.room_id)
    if isinstance(answer, Seated):
        model.returned()
    return answer
