"""A law on the docket: what it does, who gains, how the residents stand, the own ballot, and how the vote may go."""

from functools import partial
from typing import Final

from game.client.events import Event, KeyPressed
from game.client.geometry import Rect
from game.client.model.cards import progress
from game.client.model.council import ABSTAIN, Council, Poll
from game.client.scene.items import Fill, Polygon
from game.client.scene.marks import Bar
from game.client.screens.city.cockpit import Cockpit
from game.client.screens.city.pen import Pen, Sheet
from game.client.screens.council.laws import seats_of
from game.client.theme import Style, mix
from game.client.widgets.richtext import EmblemSpan, IconSpan, Part, SignSpan, Span, wrapped
from game.rules.ids import Seat
from game.rules.state import Bill

LETTERS: Final = "ABCD"
LINE: Final = 18
EFFECTS: Final = 62
"""Height of the lines that say what a law changes."""
EFFECT_LINES: Final = 3
BOX: Final = 22
"""Height of the bar of the vote."""


class BillPanel(Sheet):
    """One bill. With the focus, left and right move the ballot, Delete takes it back."""

    focusable = True

    def __init__(self, cockpit: Cockpit, council: Council, place: int) -> None:
        super().__init__(self._paint)
        self._cockpit, self._council, self._place = cockpit, council, place
        self.fault = ""

    def on_event(self, event: Event) -> bool:
        if isinstance(event, KeyPressed) and self._may:
            law = self._bill.law
            step = {"left": -1, "right": 1}.get(event.key)
            if step is not None:
                self.put(self._council.stop(law) + step)
                return True
            if event.key in ("delete", "backspace"):
                self.put(ABSTAIN)
                return True
        return super().on_event(event)

    def put(self, stop: int) -> None:
        """Move the own ballot to a stop; what is not possible is said."""
        most = self._council.most_voice + 1
        faults = self._council.set_stop(self._bill.law, max(-most, min(most, stop)))
        self.fault = self._cockpit.words.mend(faults[0]) if faults else ""
        self._cockpit.model.courier.retry()
        self._cockpit.touch()
        self.changed()

    @property
    def _bill(self) -> Bill:
        return self._council.docket[self._place]

    @property
    def _may(self) -> bool:
        return self._council.sits and self._cockpit.may_plan and self._place < len(self._council.docket)

    # --- drawing --------------------------------------------------------------------------------

    def _paint(self, pen: Pen) -> None:
        if self._place >= len(self._council.docket):
            return
        pen.panel("selection" if self.focused else "line_strong")
        self._head(pen)
        y = self._effects(pen, 64)
        y = self._gains(pen, y)
        y = self._residents(pen, y)
        y = self._ballot(pen, y)
        self._vote(pen, y)

    def _say(self, key: str, /, **parameters: str | int) -> str:
        return self._cockpit.stage.say(f"council-{key}", **parameters)

    def _head(self, pen: Pen) -> None:
        words, bill = self._cockpit.cards.law(self._bill.law), self._bill
        u = pen.u
        spots = [(22, 22), (33, 16), (44, 22), (44, 35), (33, 41), (22, 35)]
        hexagon = tuple((pen.x(x), pen.y(y)) for x, y in spots)
        pen.put(Polygon(hexagon, pen.palette.text))
        pen.text(33, 29, LETTERS[self._place], Style.STRONG_18, "ink", "c")
        axis = words.axis
        wide = pen.wide(axis, Style.STRONG_14) + 18
        tag = pen.box(pen.width - 16 - wide, 18, wide, 20)
        pen.put(
            Fill(tag, mix(pen.palette.panel, pen.palette.line, 0.5), 255, u(9), pen.palette.line_strong, u(1))
        )
        pen.text(pen.width - 16 - wide / 2, 28, axis, Style.STRONG_14, "soft", "c")
        room = pen.width - 16 - wide - 12 - 58
        pen.sentence((58, 24), words.name.upper(), room, (Style.H2, Style.STRONG_18, Style.STRONG))
        mover = (
            self._say("moved-by", who=self._cockpit.words.faction(bill.mover))
            if bill.mover >= 0
            else self._say("from-deck")
        )
        pen.text(58, 45, pen.fit(mover, pen.width - 74, Style.PLAIN_14), Style.PLAIN_14, "dim")

    def _effects(self, pen: Pen, y: float) -> float:
        """What it changes, a line each; closer together where there are many."""
        effects, room = self._cockpit.cards.law(self._bill.law).effects, pen.u(pen.width - 44)
        lines = [line for effect in effects for line in wrapped(pen.look, effect, room, Style.PLAIN_15)]
        style = Style.PLAIN_15 if len(lines) <= EFFECT_LINES else Style.PLAIN_14
        lines = [line for effect in effects for line in wrapped(pen.look, effect, room, style)]
        pitch = min(LINE, EFFECTS / max(1, len(lines)))
        for place, line in enumerate(lines):
            pen.text(20, y + 5 + place * pitch, line, style, "text")
        pen.rule(y + EFFECTS)
        return y + EFFECTS

    def _gains(self, pen: Pen, y: float) -> float:
        """Whom it helps and hurts, and which way it moves the city."""
        cockpit = self._cockpit
        card = cockpit.model.board.ruleset.laws[self._bill.law]
        pen.text(20, y + 13, self._say("gains").upper(), Style.CAPTION, "dim")
        parts: list[Part] = []
        for factions, key, kind in ((card.helps, "helped", "up"), (card.hurts, "hurt", "down")):
            seats = seats_of(cockpit, factions)
            ink = "go" if kind == "up" else "loss"
            if seats:
                sign = SignSpan("up", ink) if kind == "up" else SignSpan("down", ink)
                parts += [sign, Span(self._say(key), ink)]
                parts += [EmblemSpan(cockpit.words.banner(seat), 8) for seat in seats]
        if card.fracture:
            calmer = card.fracture < 0
            parts += [
                IconSpan("fracture", "soft", 18),
                SignSpan("down" if calmer else "up", "go" if calmer else "loss"),
                Span(self._say("calmer" if calmer else "angrier"), "go" if calmer else "loss"),
            ]
        pen.line(20, y + 33, parts, Style.STRONG_14, gap=6)
        pen.rule(y + 46)
        return y + 46

    def _residents(self, pen: Pen, y: float) -> float:
        """Their condition in words, and whether it holds now."""
        cockpit, law = self._cockpit, self._bill.law
        measure = cockpit.model.board.ruleset.laws[law].residents
        standing = self._council.standing()
        aye = standing.holds(measure)
        found, _ = progress(standing, measure, Seat(-1))
        pen.emblem(29, y + 17, cockpit.words.banner(Seat(-1)), 8)
        condition = cockpit.cards.law(law).residents
        room = pen.width - 62
        pen.sentence((44, y + 17), condition, room, (Style.PLAIN_15, Style.PLAIN_14))
        parts: list[Part] = [
            SignSpan("tick" if aye else "cross", "go" if aye else "loss"),
            Span(self._say("residents-aye" if aye else "residents-nay"), "go" if aye else "loss"),
            Span(self._say("now", found=found), "soft"),
        ]
        pen.line(44, y + 35, parts, Style.STRONG_14, gap=7)
        pen.rule(y + 49)
        return y + 49

    # --- the own ballot -------------------------------------------------------------------------

    def _ballot(self, pen: Pen, y: float) -> float:
        pen.text(20, y + 13, self._say("ballot").upper(), Style.CAPTION, "dim")
        if self._cockpit.seat < 0:
            pen.text(20, y + 38, self._say("watching"), Style.PLAIN_15, "dim")
        elif not self._council.sits:
            pen.text(20, y + 38, self._say("later", turn=self._council.turn), Style.PLAIN_15, "attention")
            pen.text(20, y + 56, self._say("later-about"), Style.PLAIN_14, "dim")
        else:
            self._stepper(pen, y)
        pen.rule(y + 76)
        return y + 76

    def _stepper(self, pen: Pen, y: float) -> None:
        """Against with 5 .. 0, not cast, for with 0 .. 5: a press on a stop casts the ballot."""
        most, stop = self._council.most_voice, self._council.stop(self._bill.law)
        ink = "go" if stop > 0 else "loss" if stop < 0 else "attention"
        key = "cast-aye" if stop > 0 else "cast-nay" if stop < 0 else "not-cast"
        said = self._say(key, voice=max(0, abs(stop) - 1))
        pen.text(pen.width - 18, y + 13, said, Style.STRONG_15, ink, "mr")
        nay, aye = self._say("against"), self._say("for")
        left = 20 + pen.wide(nay, Style.STRONG_15) + 22
        right = pen.width - 20 - pen.wide(aye, Style.STRONG_15) - 22
        pen.text(20, y + 40, nay, Style.STRONG_15, "loss" if stop < 0 else "soft")
        pen.text(pen.width - 20, y + 40, aye, Style.STRONG_15, "go" if stop > 0 else "soft", "mr")
        step = (right - left) / (2 * (most + 1))
        middle = (left + right) / 2
        pen.put(Fill(pen.box(left, y + 38, right - left, 4), pen.palette.groove, 255, pen.u(2)))
        knob = middle + stop * step
        if stop:
            low, high = min(middle, knob), max(middle, knob)
            pen.put(Fill(pen.box(low, y + 38, high - low, 4), pen.look.colour(ink)))
        for place in range(-most - 1, most + 2):
            self._stop(pen, (middle + place * step, y), place, step)
        self._knob(pen, knob, y + 40, stop)
        note = self.fault if self._may else self._say("ready")
        if note:
            fitting = pen.fit(note, pen.width - 40, Style.PLAIN_14)
            pen.text(20, y + 68, fitting, Style.PLAIN_14, "attention")

    def _stop(self, pen: Pen, at: tuple[float, float], place: int, step: float) -> None:
        x, y = at
        p, u = pen.palette, pen.u
        area = pen.box(x - step / 2, y + 24, step, 40)
        over = self._may and pen.hot(area, partial(self.put, place))
        tall = 14 if place == ABSTAIN else 10
        pen.put(Fill(pen.box(x - 0.5, y + 40 - tall / 2, 1, tall), p.soft if over else p.line_strong))
        if over:
            pen.put(Fill(Rect(area.x + u(2), area.y, area.w - u(4), area.h), p.line_strong, 60, u(4)))
        words = "–" if place == ABSTAIN else str(abs(place) - 1)
        pen.text(x, y + 58, words, Style.KEY, "soft" if over else "dim", "c")

    def _knob(self, pen: Pen, x: float, y: float, stop: int) -> None:
        p = pen.palette
        colour = p.go if stop > 0 else p.loss if stop < 0 else p.attention
        radius = 10
        box = pen.box(x - radius, y - radius, 2 * radius, 2 * radius)
        pen.put(Fill(box, colour, 255, pen.u(radius), p.text, pen.u(1.5)))
        pen.sign(x - 4, y, "left", p.ink, 4)
        pen.sign(x + 4, y, "right", p.ink, 4)

    # --- the vote -------------------------------------------------------------------------------

    def _vote(self, pen: Pen, y: float) -> None:
        """A bar with a side for each answer: sure on the outside, likely beside it, the rest in the middle."""
        poll = self._council.poll(self._bill.law)
        inks = {"passes": "go", "likely": "go", "unlikely": "attention", "fails": "loss"}
        pen.text(20, y + 13, self._say("vote").upper(), Style.CAPTION, "dim")
        verdict = self._say(f"vote-{poll.outcome}", lead=abs(poll.lead))
        pen.text(pen.width - 18, y + 13, verdict, Style.STRONG_15, inks[poll.outcome], "mr")
        bar = pen.box(20, y + 26, pen.width - 40, BOX)
        self._bar(pen, bar, poll)
        pen.text(20, y + 26 + BOX + 11, self._say("for"), Style.STRONG_14, "go")
        pen.text(pen.width / 2, y + 26 + BOX + 11, self._say("half"), Style.PLAIN_14, "dim", "c")
        pen.text(pen.width - 20, y + 26 + BOX + 11, self._say("against"), Style.STRONG_14, "loss", "mr")
        note = self._say("vote-note" if self._council.sits else "vote-today")
        if pen.height >= y + 26 + BOX + 34:
            pen.text(
                20, y + 26 + BOX + 28, pen.fit(note, pen.width - 40, Style.PLAIN_14), Style.PLAIN_14, "dim"
            )

    def _bar(self, pen: Pen, rect: Rect, poll: Poll) -> None:
        """The weights side by side; who is not sure is drawn faint."""
        sides = (
            (poll.ayes, 0.0),
            (poll.likely_ayes, 0.5),
            (poll.unsure, 0.8),
            (poll.likely_nays, 0.5),
            (poll.nays, 0.0),
        )
        whole = sum(weight for side, _ in sides for _, weight in side)
        x, so_far = rect.x, 0
        for side, muted in sides:
            for seat, weight in side:
                so_far += weight
                end = rect.x + round(rect.w * so_far / max(1, whole))
                self._part(pen, Rect(x, rect.y, end - x - pen.u(2), rect.h), (seat, weight), muted)
                x = end
        half = Rect(rect.centre_x - pen.u(1), rect.y - pen.u(4), pen.u(2), rect.h + pen.u(8))
        pen.put(Fill(half, pen.palette.text))

    def _part(self, pen: Pen, rect: Rect, share: tuple[Seat, int], muted: float) -> None:
        seat, weight = share
        if rect.w <= 0:
            return
        pen.put(Bar(rect, ((self._cockpit.words.banner(seat), 1),), muted))
        words = str(weight) if muted < 0.8 else f"{weight}?"
        wide = pen.look.width(words, Style.STRONG_14) + pen.u(8)
        if wide <= rect.w:
            plate = Rect(rect.centre_x - wide // 2, rect.y + pen.u(3), wide, rect.h - pen.u(6))
            pen.put(Fill(plate, pen.palette.ink, 255, pen.u(3)))
            x, y = (plate.centre_x - pen.rect.x) / pen.u.scale, (plate.centre_y - pen.rect.y) / pen.u.scale
            pen.text(x, y, words, Style.STRONG_14, "text", "c")
