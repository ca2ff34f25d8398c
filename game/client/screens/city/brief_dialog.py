"""What a caretaker may do in one's seat while one is away."""

from collections.abc import Callable
from typing import Final

from msgspec.structs import replace

from game.client.screens.city.asking import send
from game.client.screens.city.cockpit import Cockpit
from game.client.theme import Style
from game.client.widgets.button import Button
from game.client.widgets.choice import Checkbox
from game.client.widgets.label import Label
from game.client.widgets.layout import Column, Grid
from game.client.widgets.panelbox import Dialog
from game.client.widgets.widget import Widget
from game.protocol.messages import CAREFUL_BRIEF, Brief, PinVerb

VERBS: Final[tuple[PinVerb, ...]] = CAREFUL_BRIEF.verbs
"""The verbs one can allow; motions and gifts are asked for by themselves."""


class BriefDialog(Dialog):
    """Ticks for each verb, for motions and for gifts. What is chosen is sent with the call, and nothing before."""

    def __init__(self, cockpit: Cockpit, brief: Brief, on_close: Callable[[], None]) -> None:
        self._cockpit, self._on_close = cockpit, on_close
        self.brief = brief
        say = cockpit.say
        ticks: list[Widget] = [self._verb_tick(verb) for verb in VERBS]
        ticks += [
            Checkbox(say("brief-motions"), lambda on: self._put(motions=on), ticked=brief.motions),
            Checkbox(say("brief-gifts"), lambda on: self._put(gifts=on), ticked=brief.gifts),
        ]
        about = Label(say("brief-about"), Style.PLAIN_15, "soft", wrap=True)
        keep = Button(cockpit.stage.say("common-cancel"), on_close, key="Esc", height=36)
        call = Button(say("brief-send"), self.finish, "primary", height=36)
        content = Column((about, Grid(2, ticks, gap=4)), gap=12)
        super().__init__(say("brief-title"), content, [keep, call], width=520, accent="go", cancel=keep)

    def finish(self) -> None:
        """Send it and close."""
        self._on_close()
        send(self._cockpit, self._cockpit.model.client.set_brief(self.brief))

    def _verb_tick(self, verb: PinVerb) -> Checkbox:
        cockpit = self._cockpit
        name = cockpit.words.verb(cockpit.seat, verb)
        return Checkbox(name, lambda on: self._allow(verb, on), ticked=verb in self.brief.verbs)

    def _allow(self, verb: PinVerb, allowed: bool) -> None:
        """In the order of the verbs, whichever was ticked first."""
        wanted = {*self.brief.verbs, verb} if allowed else set(self.brief.verbs) - {verb}
        self._put(verbs=tuple(known for known in VERBS if known in wanted))

    def _put(self, **changes: object) -> None:
        self.brief = replace(self.brief, **changes)
