"""Which law of the hand to move."""

from collections.abc import Callable
from functools import partial

from game.client.model.offers import ThingOffer, thing_offers
from game.client.screens.city.choice_rows import Note, RowChoice, ThingRow
from game.client.screens.city.cockpit import Cockpit
from game.client.screens.city.verb_strip import price_parts
from game.client.theme import Style
from game.client.widgets.button import Button
from game.client.widgets.label import Label


def motion_choice(cockpit: Cockpit, on_close: Callable[[], None]) -> RowChoice:
    """The laws of the own hand with their effects; a law chosen is moved and the window closes."""
    say = cockpit.say

    def choose(offer: ThingOffer) -> None:
        on_close()
        cockpit.give(offer.order)

    found = thing_offers(cockpit.model.planning, "motion")
    rows = [_row(cockpit, o, str(place + 1), partial(choose, o)) for place, o in enumerate(found)]
    cancel = Button(cockpit.stage.say("common-cancel"), on_close, key="Esc")
    words = say("motion-about") if rows else say("motion-no-law")
    return RowChoice(
        say("motion-title"), rows, cancel, below=[Label(words, Style.PLAIN_15, "dim", wrap=True)]
    )


def _row(cockpit: Cockpit, offer: ThingOffer, key: str, press: Callable[[], None]) -> ThingRow:
    notes = law_notes(cockpit, offer.thing)
    if offer.fault is not None:
        notes.append(Note(cockpit.words.mend(offer.fault), "attention", "cross"))
    axis = cockpit.model.board.ruleset.laws[offer.thing].axis
    return ThingRow(
        cockpit.words.law(offer.thing),
        press,
        icon=f"law-{axis}",
        key=key,
        notes=notes,
        price=price_parts(offer.price),
        off=offer.fault is not None,
    )


def law_notes(cockpit: Cockpit, law: str) -> list[Note]:
    """What a law does, who gains and who loses, when the residents want it."""
    card, say = cockpit.cards.law(law), cockpit.say
    notes = [Note(line, "text") for line in card.effects]
    notes.append(Note(say("law-gains", who=", ".join(card.gains)), "go", "up"))
    notes.append(Note(say("law-loses", who=", ".join(card.loses)), "loss", "down"))
    if card.mood:
        notes.append(Note(card.mood))
    notes.append(Note(card.residents, "dim"))
    return notes
