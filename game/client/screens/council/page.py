"""The Council as a page of the slate: it lies over the city, below the top bar, and edits the slate's ballots."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Final

from game.client.events import Event, KeyPressed
from game.client.geometry import Rect
from game.client.intents import Intent, intent_of
from game.client.look import Look
from game.client.model.council import Council
from game.client.scene.items import Clip, CutBox, Fill, Image, Item
from game.client.screens.city.cockpit import Cockpit
from game.client.screens.city.frame import CALL, GUTTER, MARGIN, RIGHT, held
from game.client.screens.city.pen import Pen, Sheet
from game.client.screens.city.top_bar import HEIGHT as BAR_HEIGHT
from game.client.screens.council.bill_panel import BillPanel
from game.client.screens.council.head import HEAD_WIDTH, VOICE_WIDTH, draw_hall, draw_head, draw_voice
from game.client.screens.council.law_window import law_window
from game.client.screens.council.laws import draw_hands, draw_laws, laws_height
from game.client.theme import Style, mix
from game.client.widgets.tips import Tip, TipStack
from game.client.widgets.widget import Widget

PICTURE: Final = "halls/council.webp"
UPPER: Final = 232
"""Height of the head, the hall and the voice."""
LEAST_BILLS: Final = 410
EMPTY: Final = 76
SPARE: Final = 30
"""What the bills get of a higher window; the hall takes the rest."""


class CouncilPage(Widget):
    """A layer over the city. Escape, Enter or its call closes it; `leave` is called then."""

    def __init__(self, cockpit: Cockpit, council: Council, leave: Callable[[], None]) -> None:
        super().__init__()
        self._cockpit, self._council, self._leave = cockpit, council, leave
        self._over: Widget | None = None
        self.bills = [BillPanel(cockpit, council, place) for place in range(len(council.docket))]
        self._head = Sheet(partial(draw_head, cockpit, council, self._explain))
        self._hall = Sheet(partial(draw_hall, cockpit, council))
        self._voice = Sheet(partial(draw_voice, cockpit, council))
        self._laws = Sheet(partial(draw_laws, cockpit, council, self._open_law))
        self._hands = Sheet(partial(draw_hands, cockpit, self._open_law))
        self._call = Sheet(self._draw_call)
        self._empty = Sheet(self._draw_empty)
        self._empty.show(not self.bills)
        for child in self.children():
            child.parent = self

    # --- what the player does -------------------------------------------------------------------

    def close(self) -> None:
        """Back to the city; a window over the page goes first."""
        self._close_over()
        self._leave()

    def on_event(self, event: Event) -> bool:
        if isinstance(event, KeyPressed):
            return self._key(event)
        return True

    def _key(self, event: KeyPressed) -> bool:
        intent = intent_of(event, self._cockpit.stage.settings.keys)
        if intent in (Intent.UNDO, Intent.REDO):
            (self._cockpit.undo if intent is Intent.UNDO else self._cockpit.redo)()
            self.refresh()
        elif intent is Intent.EXPLAIN and self.bills:
            self._open_law(self._council.docket[self._looked_at()].law)
        elif (event.chord in ("escape", "return") or intent is Intent.COUNCIL) and not event.repeat:
            self.close()
        elif event.key in ("left", "right", "delete", "backspace") and self.bills:
            self._cockpit.stage.desk.focus_on(self.bills[0])
            return self.bills[0].on_event(event)
        return True

    def _looked_at(self) -> int:
        """The place of the bill that has the keyboard, else of the first."""
        return next((place for place, bill in enumerate(self.bills) if bill.focused), 0)

    def lines(self) -> Iterator[str]:
        """The docket as sentences, for whoever listens instead of looking."""
        say, cockpit, council = self._cockpit.stage.say, self._cockpit, self._council
        yield say("council-sits", turn=council.turn) if council.docket else say("council-none")
        for bill in council.docket:
            words, vote = cockpit.cards.law(bill.law), council.standing().residents(bill.law)
            side = say("council-residents-aye" if vote.aye else "council-residents-nay")
            poll = council.poll(bill.law)
            outcome = say(f"council-vote-{poll.outcome}", lead=abs(poll.lead))
            yield say(
                "council-told", law=words.name, effects="; ".join(words.effects), side=side, vote=outcome
            )

    def refresh(self) -> None:
        """The match or the slate looks different now."""
        for child in self.children():
            child.changed()

    def _explain(self, tip: Tip, number: Rect, kept: Rect) -> None:
        self._open_over(TipStack(tip, number, kept, self._close_over), veiled=False)

    def _open_law(self, law: str) -> None:
        self._open_over(law_window(self._cockpit, law, self._close_over), veiled=True)

    def _open_over(self, window: Widget, *, veiled: bool) -> None:
        self._close_over()
        self._over = window
        self._cockpit.stage.desk.open(window, veiled=veiled)
        if isinstance(window, TipStack):
            self._cockpit.stage.desk.focus_on(window.cards()[0])

    def _close_over(self) -> None:
        window, self._over = self._over, None
        if window is not None:
            self._cockpit.stage.desk.close(window)

    # --- layout ---------------------------------------------------------------------------------

    def children(self) -> Sequence[Widget]:
        upper = (self._head, self._hall, self._voice)
        return (*upper, *self.bills, self._empty, self._laws, self._hands, self._call)

    def place(self, look: Look, rect: Rect) -> None:
        super().place(held(look, rect), rect)

    def items(self, look: Look) -> tuple[Item, ...]:
        return super().items(held(look, self.rect))

    def arrange(self, look: Look) -> None:
        u = look.u
        body = self.rect.cut_top(u(BAR_HEIGHT), u(GUTTER))[1]
        body = Rect(body.x + u(MARGIN), body.y, body.w - 2 * u(MARGIN), body.h - u(MARGIN))
        right, left = body.cut_right(u(RIGHT), u(MARGIN))
        self._right_column(look, right)
        spare = max(0, left.h - u(UPPER + LEAST_BILLS))
        upper, lower = left.cut_top(
            min(u(UPPER) + max(0, spare - u(SPARE)), max(u(120), left.h - u(LEAST_BILLS))), u(GUTTER)
        )
        head, rest = upper.cut_left(u(HEAD_WIDTH), u(MARGIN))
        voice, hall = rest.cut_right(u(VOICE_WIDTH), u(MARGIN))
        self._head.place(look, head)
        self._hall.place(look, hall)
        self._voice.place(look, Rect(voice.x, voice.y, voice.w, min(voice.h, u(204))))
        self._empty.place(look, lower.cut_top(min(lower.h, u(EMPTY)))[0])
        if not self.bills:
            return
        width = (lower.w - u(MARGIN) * (len(self.bills) - 1)) // len(self.bills)
        for place, bill in enumerate(self.bills):
            x = lower.x + (width + u(MARGIN)) * place
            bill.place(look, Rect(x, lower.y, width, lower.h))

    def _right_column(self, look: Look, column: Rect) -> None:
        u = look.u
        call, above = column.cut_bottom(u(CALL), u(GUTTER))
        laws, hands = above.cut_top(u(laws_height()), u(GUTTER))
        self._laws.place(look, laws)
        self._hands.place(look, hands)
        self._call.place(look, call)

    # --- drawing --------------------------------------------------------------------------------

    def paint(self, look: Look) -> Iterable[Item]:
        below = self.rect.cut_top(look.u(BAR_HEIGHT))[1]
        yield Fill(below, look.palette.ink)
        tall = max(below.h, below.w * 9 // 16)
        picture = Rect(below.centre_x - tall * 8 // 9, below.y - look.u(60), tall * 16 // 9, tall)
        yield Clip(below, (Image(picture, PICTURE),))

    def _draw_empty(self, pen: Pen) -> None:
        """In the last season nobody votes."""
        say = self._cockpit.stage.say
        pen.panel("line_strong")
        pen.text(20, 26, say("council-none"), Style.STRONG_18)
        pen.text(20, 50, say("council-none-about"), Style.PLAIN_15, "soft")

    def _draw_call(self, pen: Pen) -> None:
        """Back to the city: ballots are part of the slate, so there is nothing to send."""
        p, u, cockpit = pen.palette, pen.u, self._cockpit
        over = pen.hot(pen.rect, self.close)
        ground = mix(p.go, (255, 255, 255), 0.14 if over else 0.0)
        pen.put(CutBox(pen.rect, u(9), ground, 255, mix(p.go, (255, 255, 255), 0.4), u(1.4)))
        missing = len(self._council.missing())
        key = "call-missing" if missing else "call-cast" if self._council.sits else "call-back"
        say = cockpit.stage.say
        pen.text(22, pen.height / 2 - 9, say("council-call").upper(), Style.CALL, p.on_go)
        note = pen.fit(say(f"council-{key}", count=missing), pen.width - 32, Style.STRONG)
        pen.text(23, pen.height / 2 + 17, note, Style.STRONG, mix(p.on_go, p.go, 0.18))
        pen.keycap(pen.width - 18, pen.height / 2 - 9, cockpit.cap(Intent.END_TURN), on_call=True)
