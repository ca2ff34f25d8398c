"""The narration: what is selected and what happened, as lines of text one can read or have read out."""

import sys
from collections import deque
from collections.abc import Callable, Iterable, Sequence

from game.client.events import Event, KeyPressed, PointerPressed
from game.client.geometry import Rect
from game.client.look import Look
from game.client.model.story import Story
from game.client.model.talk import Talk
from game.client.scene.items import Item, Shadow, Text
from game.client.screens.city.card_tips import event_when, events_to_come, trait_words
from game.client.screens.city.cockpit import Cockpit
from game.client.theme import Style
from game.client.widgets.panelbox import PanelBox
from game.client.widgets.richtext import shortened
from game.client.widgets.scrolling import VirtualList
from game.client.widgets.widget import Widget
from game.protocol.messages import Line
from game.rules.ids import District, Leader, Seat
from game.rules.reach import is_barred

KEPT_LINES = 500
WIDTH = 560


class Narrator:
    """Collects lines; where the settings say so each also goes to the terminal, for a screen reader."""

    def __init__(self, cockpit: Cockpit) -> None:
        self._cockpit = cockpit
        self.lines: deque[str] = deque(maxlen=KEPT_LINES)
        self._selected = ""
        self._leader: Leader | None = None
        self._slate = cockpit.model.planning.slate
        self._turn = cockpit.public.turn
        self._heard = -1
        self._announced = ""
        self._last: Line | None = None

    def tell(self, line: str) -> None:
        """Add a line."""
        self.lines.append(line)
        if self._cockpit.stage.settings.narrate:
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()

    def follow(self) -> None:
        """Tell which orders were given or taken back, and what is selected, if that has changed."""
        cockpit, slate = self._cockpit, self._cockpit.model.planning.slate
        if slate != self._slate:
            for order in slate:
                if order not in self._slate:
                    self.tell(cockpit.say("say-gave", order=cockpit.words.order(order)))
            for order in self._slate:
                if order not in slate and cockpit.public.turn == self._turn and not cockpit.model.ended:
                    self.tell(cockpit.say("say-withdrawn", order=cockpit.words.order(order)))
        self._slate, self._turn = slate, cockpit.public.turn
        leader = cockpit.model.planning.selected.leader
        if leader is not None and leader != self._leader:
            self.tell(trait_words(cockpit, leader))
        self._leader = leader
        words = self.selection()
        if words and words != self._selected:
            self._selected = words
            self.tell(words)

    def listen(self, talk: Talk, room: str) -> None:
        """Tell what those who run the server and the others in the room have said since."""
        if talk.version == self._heard:
            return
        self._heard = talk.version
        if talk.announcement and talk.announcement != self._announced:
            self.tell(talk.announcement)
        self._announced = talk.announcement
        lines = talk.lines(room)
        after = lines.index(self._last) + 1 if self._last in lines else 0
        for line in lines[after:]:
            self.tell(self._cockpit.say("say-said", name=line.name, text=line.text))
        self._last = lines[-1] if lines else self._last

    def selection(self) -> str:
        """The leader, the district with its numbers, and the order tried out, in one line."""
        cockpit = self._cockpit
        planning = cockpit.model.planning
        chosen = planning.selected
        parts = []
        if chosen.leader is not None:
            parts.append(cockpit.words.leader(chosen.leader))
        if chosen.district is not None:
            now = planning.public.districts[chosen.district]
            place = cockpit.words.district(chosen.district)
            parts.append(cockpit.say("say-district", place=place, need=now.need, unrest=now.unrest))
            parts += afoot(cockpit, chosen.district)
        order = planning.candidate()
        if order is not None:
            found = planning.faults_of(order)
            parts.append(cockpit.words.mend(found[0]) if found else cockpit.words.order(order))
        return ". ".join(parts)

    def recount(self, story: Story, lines: Sequence[str]) -> None:
        """Tell a turn that was played."""
        self.tell(self._cockpit.say("report-title", turn=story.turn))
        for line in lines:
            self.tell(line)


def afoot(cockpit: Cockpit, district: District) -> list[str]:
    """What stands or comes in a district besides its numbers, each in a few words."""
    say, board = cockpit.say, cockpit.model.board
    site = cockpit.public.districts[district].site
    said = []
    landmark = board.city.districts[district].landmark
    if landmark is not None:
        card = cockpit.cards.landmark(landmark)
        rule = card.lines if card is not None else ()
        said.append(": ".join([cockpit.words.landmark(landmark), *rule[:1]]))
    if site is not None:
        whole = board.ruleset.sanctuary.parts * len(site.parts)
        finished = say("site-finished", turn=site.finished)
        words = finished if site.finished else say("site-parts", have=sum(site.parts), whole=whole)
        said.append(f"{say('sanctuary')} {words}")
    if is_barred(board, cockpit.public, district):
        said.append(say("barred"))
    for event in events_to_come(cockpit):
        if event.district == district:
            when = event_when(cockpit, event)
            said.append(say("event-line", event=cockpit.words.event(event.key), when=when))
    for seat, pins in enumerate(cockpit.model.pins):
        for pin in pins:
            if pin.district == district:
                names = cockpit.words
                verb = names.verb(Seat(seat), pin.verb)
                said.append(say("pin-means", who=names.short(Seat(seat)), verb=verb))
    return said


class LogWindow(Widget):
    """A layer with the lines, the newest last. Escape, L or a click beside it closes it."""

    def __init__(self, title: str, lines: Iterable[str], on_close: Callable[[], None]) -> None:
        super().__init__()
        self._lines = tuple(lines)
        self._on_close = on_close
        self._list = VirtualList(self._row, row_height=22, shown_rows=16)
        self._list.fill(len(self._lines))
        self._box = PanelBox(self._list, caption=title)
        self._box.parent = self
        self._shown_end = False

    def children(self) -> Sequence[Widget]:
        return (self._box,)

    def arrange(self, look: Look) -> None:
        u = look.u
        wide = min(u(WIDTH), self.rect.w - u(24))
        self._box.place(look, Rect.centred(self.rect.centre_x, self.rect.centre_y, wide, u(420)))
        if not self._shown_end and self._lines:
            self._shown_end = True
            self._list.choose(len(self._lines) - 1)

    def paint(self, look: Look) -> Iterable[Item]:
        return (Shadow(self._box.rect, look.u(30)),)

    def on_event(self, event: Event) -> bool:
        if isinstance(event, KeyPressed) and event.key in ("escape", "l"):
            self._on_close()
        if isinstance(event, PointerPressed) and not self._box.rect.contains(event.x, event.y):
            self._on_close()
        return True

    def _row(self, look: Look, rect: Rect, index: int, chosen: bool, hovered: bool) -> Iterable[Item]:
        ink = look.palette.text if chosen or hovered else look.palette.soft
        words = shortened(look, self._lines[index], rect.w - look.u(8), Style.PLAIN_15)
        yield Text(rect.x + look.u(4), rect.centre_y, words, look.face(Style.PLAIN_15), ink, "ml")
