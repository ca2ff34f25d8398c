"""What if: rivals' orders pencilled in for the forecast beside the window; they are never sent."""

from collections.abc import Callable, Sequence
from functools import partial

from game.client.model.pencil import Pencil
from game.client.model.planning import NAMING_VERBS, VERBS
from game.client.screens.city.choice_rows import Note, ThingRow
from game.client.screens.city.cockpit import Cockpit
from game.client.theme import Style
from game.client.widgets.button import Button
from game.client.widgets.choice import Choice
from game.client.widgets.label import Label
from game.client.widgets.layout import Column, Grid
from game.client.widgets.panelbox import Dialog
from game.rules.ids import District, Leader, Seat
from game.rules.orders import Led, verb_of

NOTHING = "-"


class WhatIfDialog(Dialog):
    """A list of what is pencilled in, and the parts of one order more. `on_close` must close the layer."""

    def __init__(self, cockpit: Cockpit, on_close: Callable[[], None]) -> None:
        self._cockpit = cockpit
        self._pencil: Pencil = cockpit.model.outlook.pencil
        self._told: Led | None = None
        say = cockpit.say
        self._leaders = self._pencil.rivals()
        self._places: tuple[District, ...] = ()
        self._things: tuple[str, ...] = ()
        self.leader = Choice([self._leader_name(leader) for leader in self._leaders], self._new_leader)
        self.verb = Choice([NOTHING], self._new_verb)
        self.where = Choice([NOTHING], self._renew)
        self.thing = Choice([NOTHING], self._renew)
        named = (("what-if-who", self.leader), ("what-if-verb", self.verb), ("what-if-where", self.where))
        cells = [w for key, choice in named for w in (Label(say(key), Style.STRONG), choice)]
        self._thing_label = Label("", Style.STRONG)
        self.put = Button(say("what-if-put"), self._put, icon="pencil-in", height=36)
        self._list = Column([], gap=6)
        content = Column(
            [
                Label(say("what-if-about"), Style.PLAIN_15, "dim", wrap=True),
                self._list,
                Grid(2, [*cells, self._thing_label, self.thing]),
                self.put,
            ],
            gap=12,
        )
        self.clear = Button(say("what-if-clear"), self._clear, icon="delete")
        self.pinned = Button(say("what-if-pinned"), self._as_pinned, icon="pin")
        close = Button(say("what-if-close"), on_close, key="Esc")
        super().__init__(
            say("what-if-title"),
            content,
            [self.pinned, self.clear, close],
            width=480,
            accent="go",
            cancel=close,
        )
        self._fill()
        self._new_leader(0)

    @property
    def order(self) -> Led | None:
        """The order that is spelled; None where a part of it is missing."""
        if not self._leaders or not self._places:
            return None
        verb = VERBS[self.verb.chosen]
        thing = self._things[self.thing.chosen] if self._things else None
        return self._pencil.order(
            self._leaders[self.leader.chosen], verb, self._places[self.where.chosen], thing
        )

    # --- the parts of an order -------------------------------------------------------------------

    def _leader_name(self, leader: Leader) -> str:
        words, seat = self._cockpit.words, self._cockpit.model.board.leaders[leader].seat
        return f"{words.short(seat)} {words.leader(leader)}"

    def _new_leader(self, _: int) -> None:
        """Another leader: its verbs by their names, the verb stays."""
        if self._leaders:
            seat = self._cockpit.model.board.leaders[self._leaders[self.leader.chosen]].seat
            _relabel(self.verb, [self._cockpit.words.verb(seat, verb) for verb in VERBS])
        self._new_verb(0)

    def _new_verb(self, _: int) -> None:
        """Another verb: where it can be done, and what it can name."""
        if not self._leaders:
            self._renew(0)
            return
        cockpit, leader = self._cockpit, self._leaders[self.leader.chosen]
        verb = VERBS[self.verb.chosen]
        kept = self._places[self.where.chosen] if self._places else cockpit.model.planning.selected.district
        self._places = self._pencil.places(leader, verb)
        _relabel(self.where, [cockpit.words.district(d) for d in self._places])
        self.where.chosen = self._places.index(kept) if kept in self._places else 0
        self._things = self._things_of(leader, verb)
        _relabel(self.thing, [self._thing_name(verb, thing) for thing in self._things])
        naming = verb in NAMING_VERBS
        self._thing_label.say(cockpit.say(f"what-if-{verb}") if naming else "")
        self.thing.show(naming)
        self._thing_label.show(naming)
        self._renew(0)

    def _things_of(self, leader: Leader, verb: str) -> tuple[str, ...]:
        board = self._cockpit.model.board
        seat = board.leaders[leader].seat
        if verb == "build":
            return tuple(board.facility_rules[seat])
        if verb == "pledge":
            return board.ruleset.part_kinds
        return self._cockpit.public.seats[seat].hand if verb == "motion" else ()

    def _thing_name(self, verb: str, thing: str) -> str:
        words = self._cockpit.words
        naming = {"build": words.facility, "pledge": words.part, "motion": words.law}
        return naming[verb](thing)

    def _renew(self, _: int) -> None:
        """Whether the order that is spelled can be."""
        order, words = self.order, self._cockpit.words
        found = self._pencil.faults_of(order) if order is not None else ()
        if order is None:
            self.put.turn_off(self._cockpit.say("what-if-nothing"))
            return
        self.put.turn_off(" ".join(words.fault(found[0]).split("\n")) if found else "")
        if order != self._told:
            self._told = order
            self._cockpit.tell(". ".join([self._sentence(order), *map(words.mend, found[:1])]))

    # --- what is pencilled in --------------------------------------------------------------------

    def _put(self) -> None:
        order = self.order
        if order is not None and not self._pencil.put(order):
            self._cockpit.tell(self._cockpit.say("say-pencilled", order=self._sentence(order)))
            self._fill()

    def _rub_out(self, order: Led) -> None:
        self._pencil.rub_out(order)
        self._fill()

    def _as_pinned(self) -> None:
        """What rivals say they mean to do, as far as their rules allow it."""
        pins = self._cockpit.model.pins
        for seat, own in enumerate(pins):
            for pin in own if seat != self._cockpit.seat else ():
                self._pencil.put_pin(Seat(seat), pin.verb, pin.district)
        self._fill()

    def _clear(self) -> None:
        self._pencil.clear()
        self._fill()

    def _sentence(self, order: Led) -> str:
        cockpit = self._cockpit
        return cockpit.say(
            "what-if-order", leader=self._leader_name(order.leader), order=cockpit.words.order(order)
        )

    def _fill(self) -> None:
        orders: Sequence[Led] = self._pencil.orders()
        self._list.fill(
            ThingRow(
                self._leader_name(order.leader),
                partial(self._rub_out, order),
                icon=self._icon(order),
                key="×",
                notes=(Note(self._cockpit.words.order(order)),),
            )
            for order in orders
        )
        rivals = (own for seat, own in enumerate(self._cockpit.model.pins) if seat != self._cockpit.seat)
        self.pinned.turn_off("" if any(rivals) else self._cockpit.say("what-if-no-pins"))
        self.clear.turn_off("" if orders else self._cockpit.say("what-if-empty"))
        self._cockpit.touch()
        self._renew(0)

    def _icon(self, order: Led) -> str:
        seat = self._cockpit.model.board.leaders[order.leader].seat
        return f"verb-{self._cockpit.words.verb_key(seat, verb_of(order))}"


def _relabel(choice: Choice, labels: Sequence[str]) -> None:
    """Other values to choose from; the place chosen stays where there is one."""
    choice.labels = tuple(labels) or (NOTHING,)
    choice.chosen = min(choice.chosen, len(choice.labels) - 1)
    choice.reshaped()
