"""The settings screen. Every change takes effect at once and is kept."""

from collections.abc import Callable
from typing import Any, Final

import msgspec

from game.client.events import Event, KeyPressed
from game.client.intents import Intent
from game.client.scene.items import Item
from game.client.screens.actions import HEIGHT, ActionRow
from game.client.screens.base import Screen, Stage
from game.client.screens.centred import Centred, night
from game.client.screens.columns import Columns
from game.client.screens.field import Field
from game.client.screens.headed import Headed
from game.client.screens.notice import fault_label
from game.client.screens.section import Section
from game.client.screens.settings.keys import KeyList, chord_taken, chord_words, intent_words, is_chord
from game.client.screens.settings.palette import PalettePreview
from game.client.settings import MAP_TRANSFERS
from game.client.theme import PALETTES, Style
from game.client.widgets.button import Button
from game.client.widgets.choice import Checkbox, Choice
from game.client.widgets.entry import TextEntry
from game.client.widgets.fitted import FittedArea
from game.client.widgets.label import Label
from game.client.widgets.layout import Column, Row
from game.client.widgets.panelbox import PanelBox
from game.client.widgets.widget import Widget

SCALES: Final[tuple[float | None, ...]] = (None, 1.0, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9, 2.0)
TEXT_SCALES: Final = (0.8, 0.9, 1.0, 1.1, 1.2, 1.3, 1.4, 1.5)
WIDTH: Final = 1100
NARROW: Final = 760


class SettingsScreen(Screen):
    """Looks and motion on the left, keys on the right. Escape or Back calls `leave`.

    `profile` leads to who one is on the server one was on last; None where there was none. `hear_all` ends that
    somebody is ignored.
    """

    def __init__(
        self,
        stage: Stage,
        leave: Callable[[], None],
        profile: Callable[[], None] | None = None,
        hear_all: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(stage)
        self._leave, self._profile, self._hear_all = leave, profile, hear_all
        self._heard: Button | None = None
        self._listening: Intent | None = None
        self._keys = KeyList(stage.settings.keys, stage.say, self.listen)
        self._keys.grow = 1.0
        self._fault = Column(gap=4)

    # --- what the player does --------------------------------------------------------------------

    def put(self, **changes: Any) -> None:
        """Take changed settings and apply them."""
        self.stage.settings = msgspec.structs.replace(self.stage.settings, **changes)
        self.stage.on_settings()
        self.stage.redraw()

    def listen(self, intent: Intent | None) -> None:
        """Wait for the key that shall mean an intent; None stops waiting."""
        self._listening = intent
        self._fault.fill(())
        self._keys.put(self.stage.settings.keys, intent)

    def take_key(self, event: KeyPressed) -> None:
        """Give the pressed key to the intent that waits; Escape leaves it as it was."""
        intent, say = self._listening, self.stage.say
        if intent is None or not is_chord(event):
            return
        if event.key == "escape":
            self.listen(None)
            return
        other = chord_taken(event.chord, intent, self.stage.settings.keys)
        if other is not None:
            key = chord_words(event.chord)
            name = intent_words(other, say)
            self._fault.fill(
                [
                    fault_label(
                        say("settings-key-taken", cap=key, name=name),
                        say("settings-key-taken-mend", name=name),
                    )
                ]
            )
            return
        self.put(keys={**self.stage.settings.keys, intent.value: event.chord})
        self.listen(None)

    def forget_key(self) -> None:
        """Give the chosen intent its first key again."""
        intent = self._keys.intent
        if intent is not None:
            self.put(keys={k: v for k, v in self.stage.settings.keys.items() if k != intent.value})
            self.listen(None)

    # --- the screen ------------------------------------------------------------------------------

    def root(self) -> Widget:
        say = self.stage.say
        looks = PanelBox(
            Column((self._looks(), self._player()), gap=14), caption=say("settings-looks"), accent="voice"
        )
        keys = PanelBox(self._key_panel(), caption=say("settings-keys"))
        body = FittedArea(Centred(Columns((looks, keys), (1, 1), 12, NARROW), WIDTH, 560))
        foot = ActionRow(
            [], Button(say("common-back").upper(), self._leave, "primary", key="Esc", height=HEIGHT)
        )
        return Headed(say("settings-title"), say("settings-subtitle"), body, foot)

    def backdrop(self) -> tuple[Item, ...]:
        return night(self.stage.desk.size)

    def before(self, event: Event) -> bool:
        if self._listening is None or not isinstance(event, KeyPressed):
            return False
        self.take_key(event)
        return True

    def after(self, event: Event) -> bool:
        if isinstance(event, KeyPressed) and event.chord == "escape" and not event.repeat:
            self._leave()
            return True
        if isinstance(event, KeyPressed) and event.chord == "delete" and self._keys.focused:
            self.forget_key()
            return True
        return False

    def _looks(self) -> Widget:
        say, settings = self.stage.say, self.stage.settings
        scales = [self._percent(scale) if scale else say("settings-scale-fit") for scale in SCALES]
        scale = Choice(scales, lambda at: self.put(ui_scale=SCALES[at]), _nearest(SCALES, settings.ui_scale))
        texts = [self._percent(scale) for scale in TEXT_SCALES]
        text = Choice(
            texts, lambda at: self.put(text_scale=TEXT_SCALES[at]), _nearest(TEXT_SCALES, settings.text_scale)
        )
        names = list(PALETTES)
        labels = [say("settings-palette", palette=name) for name in names]
        palette = Choice(labels, lambda at: self.put(palette=names[at]), names.index(settings.colours().name))
        motion = Checkbox(
            say("settings-reduced-motion"),
            lambda on: self.put(reduced_motion=on),
            ticked=settings.reduced_motion,
        )
        full = Checkbox(
            say("settings-fullscreen"), lambda on: self.put(fullscreen=on), ticked=settings.fullscreen
        )
        narrate = Checkbox(say("settings-narrate"), lambda on: self.put(narrate=on), ticked=settings.narrate)
        return Column(
            (
                Columns(
                    (Field(say("settings-scale"), scale), Field(say("settings-text"), text)), (1, 1), 16, 330
                ),
                Field(say("settings-palette-name"), palette),
                PalettePreview(),
                motion,
                full,
                narrate,
            ),
            gap=10,
        )

    def _player(self) -> Widget:
        say = self.stage.say
        name = TextEntry(
            self.stage.settings.name,
            on_change=lambda text: self.put(name=text),
            placeholder=say("settings-name-blank"),
            limit=20,
        )
        fields: list[Widget] = [Field(say("settings-name"), name), self._maps()]
        ignored = len(self.stage.settings.ignored)
        if ignored and self._hear_all is not None:
            words = say("settings-hear", count=ignored)
            self._heard = Button(words, self._hear, icon="chat", height=32)
            fields.append(self._heard)
        if self._profile is not None:
            fields.append(Button(say("settings-profile-open"), self._profile, icon="seat-human", height=32))
        return Section(say("settings-player"), fields, gap=8)

    def _hear(self) -> None:
        """Nobody is ignored any more."""
        if self._hear_all is not None and self._heard is not None:
            self._hear_all()
            self._heard.turn_off(self.stage.say("settings-heard"))

    def _maps(self) -> Widget:
        """Whether a map that a match needs is fetched from its host."""
        say = self.stage.say
        labels = [say("settings-maps-choice", choice=choice) for choice in MAP_TRANSFERS]
        chosen = MAP_TRANSFERS.index(self.stage.settings.map_transfer)
        return Field(
            say("settings-maps"), Choice(labels, lambda at: self.put(map_transfer=MAP_TRANSFERS[at]), chosen)
        )

    def _key_panel(self) -> Widget:
        say = self.stage.say
        change = Button(say("settings-key-change"), lambda: self.listen(self._keys.intent), icon="keyboard")
        reset = Button(say("settings-key-reset"), self.forget_key, key="Del")
        help_line = Label(say("settings-keys-help"), Style.PLAIN_14, "dim", wrap=True)
        return Column((help_line, self._keys, self._fault, Row((change, reset), gap=8)), gap=8)

    def _percent(self, scale: float) -> str:
        return self.stage.say("settings-percent", percent=round(scale * 100))


def _nearest(values: tuple[float | None, ...], value: float | None) -> int:
    """The place of the value nearest to one; None only matches None."""
    if value is None:
        return values.index(None)
    return min(
        (place for place, found in enumerate(values) if found is not None),
        key=lambda place: abs((values[place] or 0.0) - value),
    )
