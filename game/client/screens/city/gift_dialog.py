"""A gift of credits and voice to another faction."""

from collections.abc import Callable

from game.client.events import Event, KeyPressed
from game.client.intents import Intent, intent_of
from game.client.screens.city.cockpit import Cockpit
from game.client.theme import Style
from game.client.widgets.button import Button
from game.client.widgets.choice import Choice
from game.client.widgets.label import Label
from game.client.widgets.layout import Column, Grid
from game.client.widgets.panelbox import Dialog
from game.rules.ids import Seat
from game.rules.orders import Gift


class GiftDialog(Dialog):
    """To whom, and how much of what; what is over when it arrives comes back. `on_close` must close the layer."""

    def __init__(self, cockpit: Cockpit, on_close: Callable[[], None]) -> None:
        self._cockpit, self._on_close = cockpit, on_close
        say, planning = cockpit.say, cockpit.model.planning
        purse = planning.purse()
        self.seats = tuple(seat for seat in cockpit.model.board.all_seats if seat != cockpit.seat)
        self.to = Choice([cockpit.words.faction(seat) for seat in self.seats], self._turn_to)
        self.credits = Choice([str(n) for n in range(purse.credits + 1)], self._changed)
        self.voice = Choice([str(n) for n in range(purse.voice + 1)], self._changed)
        self._left = Label("", Style.PLAIN_15, "soft", wrap=True)
        self._give = Button(say("gift-give"), self._press, icon="verb-gift", key=cockpit.cap(Intent.GIVE))
        cancel = Button(cockpit.stage.say("common-cancel"), on_close, key="Esc")
        named = (("gift-to", self.to), ("credits", self.credits), ("voice", self.voice))
        cells = [widget for key, choice in named for widget in (Label(say(key), Style.STRONG), choice)]
        about = Label(say("gift-about"), Style.PLAIN_15, "dim", wrap=True)
        content = Column([Grid(2, cells), self._left, about], gap=12)
        super().__init__(
            say("gift-title"), content, [cancel, self._give], width=540, accent="go", cancel=cancel
        )
        self._turn_to(0)

    def on_event(self, event: Event) -> bool:
        own = self._cockpit.stage.settings.keys
        if isinstance(event, KeyPressed) and intent_of(event, own) is Intent.GIVE:
            self._give.press()
            return True
        return super().on_event(event)

    @property
    def order(self) -> Gift:
        """The gift as it is set."""
        return Gift(self.seats[self.to.chosen], self.credits.chosen, self.voice.chosen)

    def _turn_to(self, place: int) -> None:
        """Another faction: what it is given already shows."""
        given = self._given(self.seats[place])
        for choice, amount in ((self.credits, given.credits), (self.voice, given.voice)):
            choice.chosen = min(amount, len(choice.labels) - 1)
            choice.changed()
        self._changed(0)

    def _given(self, to: Seat) -> Gift:
        papers = self._cockpit.model.planning.papers()
        return next((paper for paper in papers if isinstance(paper, Gift) and paper.to == to), Gift(to))

    def _changed(self, _: int) -> None:
        """What the purse keeps, or why the gift cannot be."""
        cockpit, order = self._cockpit, self.order
        given = self._given(order.to)
        empty = not order.credits and not order.voice
        takes_back = empty and given in cockpit.model.planning.slate
        found = () if takes_back else cockpit.model.planning.faults_of(order)
        self._give.say(cockpit.say("withdraw" if takes_back else "gift-give"))
        self._give.turn_off(" ".join(cockpit.words.fault(found[0]).split("\n")) if found else "")
        named = {"credits": order.credits, "voice": order.voice}
        cockpit.tell(cockpit.say("say-gift", who=cockpit.words.faction(order.to), **named))
        purse, costs = cockpit.model.planning.purse(), cockpit.model.planning.costs()
        left = (
            purse.credits - costs.credits - order.credits + given.credits,
            purse.voice - costs.voice - order.voice + given.voice,
        )
        if found:
            self._left.say(cockpit.words.mend(found[0]), "attention")
        else:
            self._left.say(cockpit.say("gift-left", credits=left[0], voice=left[1]), "soft")

    def _press(self) -> None:
        order = self.order
        self._on_close()
        if order.credits or order.voice:
            self._cockpit.give(order)
        else:
            self._cockpit.take_back(self._given(order.to))
