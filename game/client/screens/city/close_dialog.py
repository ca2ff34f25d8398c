"""Which own facility of a district to close: the window says what that means, so choosing is confirming."""

from collections.abc import Callable
from functools import partial

from game.client.model.effects_of import upkeep
from game.client.screens.city.choice_rows import Note, RowChoice, ThingRow
from game.client.screens.city.cockpit import Cockpit
from game.client.theme import Style
from game.client.widgets.button import Button
from game.client.widgets.label import Label
from game.rules.ids import District
from game.rules.orders import Close


def close_choice(cockpit: Cockpit, district: District, on_close: Callable[[], None]) -> RowChoice:
    """The own facilities of a district; one chosen is ordered closed, one that is to close stays after all."""
    say, words = cockpit.say, cockpit.words
    own = [f for f in cockpit.public.districts[district].facilities if f.seat == cockpit.seat]

    def choose(order: Close) -> None:
        on_close()
        if order in cockpit.model.planning.slate:
            cockpit.take_back(order)
        else:
            cockpit.give(order)

    rows = [
        _row(cockpit, order, str(place + 1), partial(choose, order))
        for place, order in enumerate(Close(district, facility.kind) for facility in own)
    ]
    cancel = Button(cockpit.stage.say("common-cancel"), on_close, key="Esc")
    about = say("close-about") if rows else say("close-nothing", place=words.district(district))
    label = Label(about, Style.PLAIN_15, "dim", wrap=True)
    return RowChoice(say("close-title", place=words.district(district)), rows, cancel, below=[label])


def _row(cockpit: Cockpit, order: Close, key: str, press: Callable[[], None]) -> ThingRow:
    planning, say = cockpit.model.planning, cockpit.say
    closing = order in planning.slate
    found = () if closing else planning.faults_of(order)
    if closing:
        notes = [Note(say("close-given"), "attention")]
    elif found:
        notes = [Note(cockpit.words.mend(found[0]), "attention", "cross")]
    else:
        notes = [Note(say("close-saves", now=upkeep(planning), then=upkeep(planning, order)))]
    return ThingRow(
        cockpit.words.facility(order.facility),
        press,
        icon=f"facility-{order.facility}",
        key=key,
        notes=notes,
        off=bool(found) or not cockpit.may_plan,
        chosen=closing,
    )
