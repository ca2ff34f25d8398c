"""The rule book to read: chapters on the left, the text on the right, and a search over all of it."""

import sys
from collections.abc import Callable, Iterable
from typing import Final

from game.client.events import Event, KeyPressed
from game.client.geometry import Rect
from game.client.scene.items import Item
from game.client.screens.actions import HEIGHT, ActionRow
from game.client.screens.base import Screen, Stage
from game.client.screens.centred import Centred, night
from game.client.screens.columns import Columns
from game.client.screens.headed import Headed
from game.client.screens.rules.chapters import ChapterList
from game.client.screens.rules.page import chapter_widgets, found_widgets, told
from game.client.theme import Style
from game.client.widgets.button import Button
from game.client.widgets.entry import TextEntry
from game.client.widgets.fitted import FittedArea
from game.client.widgets.label import Label
from game.client.widgets.layout import Column
from game.client.widgets.panelbox import PanelBox
from game.client.widgets.widget import Widget
from game.content import ruleset as shipped
from game.rules.ruleset import Ruleset
from game.text.catalog import Catalog
from game.text.rule_numbers import MarkerError
from game.text.rule_search import find_topic, suggestions
from game.text.rulebook import Block, RuleBook, rule_book

WIDTH: Final = 1256
TALL: Final = 4000
SHARES: Final = (0.26, 0.74)


class RulesScreen(Screen):
    """The rule book, open at the core or at what is found of `topic`. Escape or Back calls `leave`."""

    def __init__(self, stage: Stage, book: RuleBook, leave: Callable[[], None], topic: str = "") -> None:
        super().__init__(stage)
        self._book, self._leave = book, leave
        self._chapter = 0
        self._page = Column(gap=11)
        self._area = FittedArea(self._page)
        self._panel = PanelBox(self._area, caption=book.core.heading, accent="voice")
        self._list = ChapterList(book.chapters, self._choose)
        self._list.grow = 1.0
        self._search = TextEntry(
            topic,
            lambda _: self.stage.desk.focus_on(self._area),
            self.look_up,
            placeholder=stage.say("rulebook-search"),
            limit=60,
        )
        self.look_up(topic)

    # --- what the player does --------------------------------------------------------------------

    def look_up(self, topic: str) -> None:
        """Show what the book says on a topic; with none, the chosen chapter."""
        if not topic.strip():
            self._list.fill(len(self._book.chapters), self._chapter)
            self._show_chapter(self._chapter)
            return
        self._list.fill(len(self._book.chapters))
        say = self.stage.say
        found = find_topic(self._book, topic)
        if found:
            self._show(say("rulebook-found"), found_widgets(found))
            self._tell(say("rulebook-found"), [block for part in found for block in part.blocks])
            return
        near = suggestions(self._book, topic)
        nearest = say("rulebook-nearest", topics=", ".join(near)) if near else say("rulebook-no-nearest")
        words = f"{say('rulebook-nothing', topic=topic.strip())} {nearest}"
        self._show(say("rulebook-found"), [Label(words, Style.PLAIN, "soft", wrap=True)])
        self._tell(words, ())

    def _choose(self, place: int) -> None:
        self._search.put("")
        self._show_chapter(place)

    def _show_chapter(self, place: int) -> None:
        self._chapter, chapter = place, self._book.chapters[place]
        self._show(chapter.heading, chapter_widgets(chapter))
        self._tell(chapter.heading, chapter.blocks)

    def _show(self, caption: str, widgets: Iterable[Widget]) -> None:
        """Put other pieces on the page, which begins at its top again."""
        self._page.fill(widgets)
        self._panel.say(caption)
        top = self._page.rect
        self._area.reveal(Rect(top.x, top.y, top.w, 1))

    def _tell(self, heading: str, blocks: Iterable[Block]) -> None:
        """Where the settings say so, what is shown goes to the terminal too, for a screen reader."""
        if self.stage.settings.narrate:
            sys.stdout.write("\n".join([heading, *told(blocks)]) + "\n")
            sys.stdout.flush()

    # --- the screen ------------------------------------------------------------------------------

    def root(self) -> Widget:
        say = self.stage.say
        left = PanelBox(Column((self._search, self._list), gap=10), caption=say("rulebook-chapters"))
        body = Centred(Columns((left, self._panel), SHARES, 12), WIDTH, TALL)
        foot = ActionRow(
            [], Button(say("common-back").upper(), self._leave, "primary", key="Esc", height=HEIGHT)
        )
        return Headed(say("rulebook-title"), say("rulebook-subtitle"), body, foot)

    def entered(self) -> None:
        self.stage.desk.focus_on(self._area if self._search.text else self._list)

    def backdrop(self) -> tuple[Item, ...]:
        return night(self.stage.desk.size)

    def before(self, event: Event) -> bool:
        """Ctrl+F goes to the search from everywhere; Escape in the search empties it first."""
        if not isinstance(event, KeyPressed):
            return False
        if event.chord == "ctrl+f":
            self.stage.desk.focus_on(self._search)
            self._search.select_all()
            return True
        if event.chord == "escape" and self._search.text and not event.repeat:
            self._search.put("")
            self.look_up("")
            self.stage.desk.focus_on(self._list)
            return True
        return False

    def after(self, event: Event) -> bool:
        if not isinstance(event, KeyPressed) or event.repeat:
            return False
        if event.chord == "escape":
            self._leave()
            return True
        if event.chord == "/":
            self.stage.desk.focus_on(self._search)
            return True
        return False


def open_rules(stage: Stage, numbers: Ruleset, topic: str = "") -> None:
    """Show the rule book with these numbers over what is shown now.

    Where the text names what these numbers lack (those of somebody else's content), it has those that ship.
    """
    catalog = Catalog(stage.settings.language)
    try:
        book = rule_book(catalog, numbers)
    except MarkerError:
        book = rule_book(catalog, shipped())
    stage.push(RulesScreen(stage, book, stage.back, topic))
