"""The credits: whose work the game is made of, read from the file that ships with the art."""

import re
from collections.abc import Callable, Iterator
from typing import Final, Literal

import msgspec

from game.client.events import Event, KeyPressed
from game.client.scene.items import Item
from game.client.screens.actions import HEIGHT, ActionRow
from game.client.screens.base import Screen, Stage
from game.client.screens.centred import Centred, night
from game.client.screens.headed import Headed
from game.client.theme import Style
from game.client.widgets.button import Button
from game.client.widgets.fitted import FittedArea
from game.client.widgets.label import Label
from game.client.widgets.layout import Column
from game.client.widgets.panelbox import PanelBox
from game.client.widgets.widget import Widget

WIDTH: Final = 860
Kind = Literal["heading", "words", "list"]
_RULE: Final = re.compile(r"^\|[\s:|-]+\|$")
_MARKS: Final = re.compile(r"\*\*|`|<|>")


class Passage(msgspec.Struct, frozen=True):
    """A piece of the credits: a heading, a paragraph, a table's row, or the lines of a list as one paragraph."""

    kind: Kind
    text: str


def passages(document: str) -> tuple[Passage, ...]:
    """The passages of the credits' Markdown: headings, paragraphs, lists and tables; marks are left out.

    The first heading and the note for developers below it, up to the next heading, are skipped.
    """
    body = document.partition("\n## ")[2]
    blocks = re.split(r"\n\s*\n|\n(?=#)", f"## {body}" if body else document)
    return tuple(passage for block in blocks for passage in _block(block.strip()))


def _block(block: str) -> Iterator[Passage]:
    lines = [line.strip() for line in block.splitlines() if line.strip()]
    if not lines:
        return
    if lines[0].startswith("#"):
        yield Passage("heading", _plain(lines[0].lstrip("# ")))
        lines = lines[1:]
    if lines and all(line.startswith("|") for line in lines):
        rows = [line for line in lines if not _RULE.match(line)][1:]
        yield from (Passage("list", _row(row)) for row in rows)
    elif lines and all(line.startswith("- ") for line in lines):
        yield Passage("list", ", ".join(_plain(line.removeprefix("- ")) for line in lines))
    elif lines:
        yield Passage("words", _plain(" ".join(lines)))


def _row(line: str) -> str:
    return ": ".join(_plain(cell.strip()) for cell in line.strip("|").split("|"))


def _plain(text: str) -> str:
    return _MARKS.sub("", text)


class CreditsScreen(Screen):
    """The credits to read; up and down scroll, Escape calls `leave`. `document` is the text of CREDITS.md."""

    def __init__(self, stage: Stage, document: str, leave: Callable[[], None]) -> None:
        super().__init__(stage)
        self._passages, self._leave = passages(document), leave
        self._area = FittedArea(Column([_label(passage) for passage in self._passages], gap=10))

    def root(self) -> Widget:
        say = self.stage.say
        body = Centred(PanelBox(self._area, accent="voice"), WIDTH, 4000)
        foot = ActionRow(
            [], Button(say("common-back").upper(), self._leave, "primary", key="Esc", height=HEIGHT)
        )
        return Headed(say("title-credits"), say("title-credits-subtitle"), body, foot)

    def entered(self) -> None:
        self.stage.desk.focus_on(self._area)

    def backdrop(self) -> tuple[Item, ...]:
        return night(self.stage.desk.size)

    def after(self, event: Event) -> bool:
        if isinstance(event, KeyPressed) and event.chord == "escape" and not event.repeat:
            self._leave()
            return True
        return False


def _label(passage: Passage) -> Label:
    if passage.kind == "heading":
        return Label(passage.text.upper(), Style.H2, "text", wrap=True)
    if passage.kind == "words":
        return Label(passage.text, Style.PLAIN, "soft", wrap=True)
    return Label(passage.text, Style.PLAIN_15, "dim", wrap=True)
