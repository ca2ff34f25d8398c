"""Which parts to pledge to a Sanctuary, and on what condition."""

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace

from game.client.events import Event, KeyPressed
from game.client.model.effects_of import parts_given
from game.client.model.offers import ThingOffer, thing_offers
from game.client.screens.city.choice_rows import Note, RowChoice, ThingRow
from game.client.screens.city.cockpit import Cockpit
from game.client.screens.city.verb_strip import price_parts
from game.client.theme import Style
from game.client.widgets.button import Button
from game.client.widgets.choice import Choice
from game.client.widgets.label import Label
from game.client.widgets.layout import Row
from game.rules.ids import District
from game.rules.ledger import Factor
from game.rules.orders import Pledge

MOST_ASKED = 12
"""Parts of others that a condition can ask for."""


class PledgeChoice(RowChoice):
    """The three kinds of parts as rows and the condition below; left and right change the condition."""

    def __init__(
        self, title: str, rows: list[ThingRow], cancel: Button, condition: Choice, label: Label
    ) -> None:
        self.condition = condition
        below = [label, Row([condition])]
        super().__init__(title, rows, cancel, below=below)

    def on_event(self, event: Event) -> bool:
        if isinstance(event, KeyPressed) and event.chord in ("left", "right"):
            return self.condition.on_event(event)
        return super().on_event(event)


def pledge_choice(cockpit: Cockpit, on_close: Callable[[], None]) -> PledgeChoice:
    """The choice for the selected leader and district; a kind chosen is ordered and the window closes."""
    planning, say = cockpit.model.planning, cockpit.say
    chosen = planning.selected
    given = planning.order_of(chosen.leader) if chosen.leader is not None else None
    asked = given.if_others if isinstance(given, Pledge) else chosen.if_others
    labels = [say("pledge-if", least=least) for least in range(MOST_ASKED + 1)]
    condition = Choice(
        labels, lambda least: cockpit.try_verb("pledge", planning.selected.thing, least), asked
    )

    def choose(offer: ThingOffer) -> None:
        on_close()
        if isinstance(offer.order, Pledge):
            cockpit.give(replace(offer.order, if_others=condition.chosen))

    rows = [
        _row(cockpit, offer, str(place + 1), partial(choose, offer))
        for place, offer in enumerate(thing_offers(planning, "pledge"))
    ]
    place = cockpit.words.district(chosen.district) if chosen.district is not None else ""
    cancel = Button(cockpit.stage.say("common-cancel"), on_close, key="Esc")
    label = Label(say("pledge-condition"), Style.STRONG_15, "soft")
    return PledgeChoice(say("pledge-title", place=place), rows, cancel, condition, label)


def _row(cockpit: Cockpit, offer: ThingOffer, key: str, press: Callable[[], None]) -> ThingRow:
    """A kind of parts: what it gives and why, how many there are, or why it cannot be given."""
    notes = [Note(_gives(cockpit, offer)), Note(_stands(cockpit, offer.order.district, offer.thing))]
    if offer.fault is not None:
        notes.append(Note(cockpit.words.mend(offer.fault), "attention", "cross"))
    return ThingRow(
        cockpit.words.part(offer.thing),
        press,
        icon=f"part-{offer.thing}",
        key=key,
        notes=notes,
        price=price_parts(offer.price),
        off=offer.fault is not None,
    )


def _gives(cockpit: Cockpit, offer: ThingOffer) -> str:
    say, planning = cockpit.say, cockpit.model.planning
    rule, board = planning.board.ruleset.pledge, planning.board
    own = board.factions[planning.seat].speciality == offer.thing
    entry = parts_given(planning, offer.order) if isinstance(offer.order, Pledge) else None
    if entry is None:
        return say("pledge-gives", parts=rule.parts_of_speciality if own else rule.parts)
    why = ", ".join(_factor(cockpit, factor) for factor in entry.factors)
    return say("pledge-gives-why", parts=entry.amount, why=why)


def _factor(cockpit: Cockpit, factor: Factor) -> str:
    if factor.name == "speciality":
        return cockpit.say("pledge-speciality", parts=factor.value)
    if factor.name == "start":
        return cockpit.say("pledge-start", parts=factor.value)
    return f"{cockpit.words.cause(factor.name)} {factor.value:+d}"


def _stands(cockpit: Cockpit, district: District, kind: str) -> str:
    board = cockpit.model.board
    most = board.ruleset.sanctuary.parts
    site = cockpit.public.districts[district].site
    have = site.parts[board.ruleset.part_kinds.index(kind)] if site is not None else 0
    return cockpit.say("pledge-stands", have=have, most=most, missing=most - have)
