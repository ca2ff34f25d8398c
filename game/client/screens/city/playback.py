"""The playback of a turn: the camera goes where it concerns you, changes float up, the Gala is held."""

from collections.abc import Callable, Iterable

from game.client.events import Event, KeyPressed, PointerPressed
from game.client.geometry import Rect
from game.client.look import Look
from game.client.model.story import Beat, Change, Story
from game.client.model.words import hundredths, permille
from game.client.motion import ease_out
from game.client.scene.items import CutBox, Fill, Group, Item, Text
from game.client.scene.plates import keycap_items
from game.client.screens.city.cockpit import Cockpit
from game.client.screens.city.gala_panel import gala_items
from game.client.screens.city.map_view import MapView
from game.client.screens.city.vote_panel import vote_items
from game.client.theme import Colour, Style
from game.client.widgets.richtext import shortened
from game.client.widgets.widget import Widget

BEAT_SECONDS = 1.6
VOTE_SECONDS = 3.2
GALA_SECONDS = 4.8
MOST_SECONDS = 15.0
RISE_SECONDS = 0.5


class Playback(Widget):
    """Shows one story after the other; while it plays it alone hears the pointer and the keys.

    `on_done(story)` is called when a story has been told or skipped.
    """

    def __init__(self, cockpit: Cockpit, city: MapView, on_done: Callable[[Story], None]) -> None:
        super().__init__()
        self._cockpit, self._city, self._on_done = cockpit, city, on_done
        self.story: Story | None = None
        self.last: Story | None = None
        self._place = -1
        self._clock = 0.0
        self._ticked: float | None = None
        self._paused = False

    # --- the course of it -----------------------------------------------------------------------

    @property
    def playing(self) -> bool:
        """Whether a story is being told."""
        return self.story is not None

    def play(self, story: Story, now: float) -> None:
        """Tell a story from its beginning."""
        self.story = self.last = story
        self._place, self._clock, self._ticked, self._paused = -1, 0.0, now, False
        self._step(now)

    def tick(self, now: float) -> None:
        """Let the story go on."""
        if self.story is None:
            return
        passed = 0.0 if self._ticked is None else now - self._ticked
        self._ticked = now
        if not self._paused:
            self._clock += passed
        if self._clock >= self._seconds():
            self._step(now)
        self.changed()

    def skip(self) -> None:
        """End the story now."""
        if self.story is not None:
            told, self.story = self.story, None
            self.changed()
            self._on_done(told)

    def pause(self) -> None:
        """Hold the story, or go on."""
        self._paused = not self._paused
        self.changed()

    def beats(self) -> tuple[Beat, ...]:
        """The stops there is time for."""
        if self.story is None:
            return ()
        left = MOST_SECONDS - (GALA_SECONDS if self.story.gala else 0.0)
        left -= VOTE_SECONDS if self.story.votes else 0.0
        return self.story.beats[: int(left / BEAT_SECONDS)]

    def _panels(self) -> tuple[str, ...]:
        """What follows the stops: the Council's vote, then the Gala."""
        if self.story is None:
            return ()
        votes = ("votes",) if self.story.votes else ()
        return (*votes, "gala") if self.story.gala is not None else votes

    @property
    def panel(self) -> str:
        """The panel that shows now, or nothing."""
        place = self._place - len(self.beats())
        panels = self._panels()
        return panels[place] if 0 <= place < len(panels) else ""

    def _seconds(self) -> float:
        return {"votes": VOTE_SECONDS, "gala": GALA_SECONDS}.get(self.panel, BEAT_SECONDS)

    def _step(self, now: float) -> None:
        self._place += 1
        self._clock = 0.0
        beats = self.beats()
        if self._place < len(beats):
            self._cockpit.model.planning.select_district(beats[self._place].district)
            self._city.look_at(beats[self._place].district, now)
            self._cockpit.touch()
        elif not self.panel:
            self.skip()

    # --- what is seen and heard -----------------------------------------------------------------

    def at(self, x: int, y: int) -> Widget | None:
        return self if self.playing else None

    def on_event(self, event: Event) -> bool:
        """A click or Space skips one stop, Escape all of it, P holds it."""
        if not self.playing:
            return False
        if isinstance(event, PointerPressed):
            self._clock = MOST_SECONDS
        if isinstance(event, KeyPressed):
            if event.key in ("escape", "return"):
                self.skip()
            elif event.key == "space":
                self._clock = MOST_SECONDS
            elif event.key == "p":
                self.pause()
        return True

    def paint(self, look: Look) -> Iterable[Item]:
        if self.story is None:
            return
        beats, panel = self.beats(), self.panel
        if panel == "votes":
            yield from vote_items(self._cockpit, look, self.rect, self.story.votes)
        elif panel == "gala" and self.story.gala is not None:
            yield from gala_items(self._cockpit, look, self.rect, self.story.gala)
        elif self._place < len(beats):
            yield from self._floats(look, beats[self._place])
        yield self._bar(look, len(beats) + len(self._panels()))

    def _floats(self, look: Look, beat: Beat) -> Iterable[Item]:
        """The changes of a stop, one under the other, rising over the district."""
        u = look.u
        x, y = self._city.camera.at(*self._city.places[beat.district].middle)
        share = 1.0 if look.reduced_motion else ease_out(self._clock / RISE_SECONDS)
        rise = round(u(30) * share)
        lines = list(_lines(self._cockpit, look, beat))
        for number, (words, colour) in enumerate(lines):
            top = y - u(96) - rise - (len(lines) - 1 - number) * u(26)
            width = look.width(words, Style.SMALL_NUMBER) + u(24)
            rect = Rect.centred(0, 0, width, u(24))
            drawn = (
                CutBox(rect, u(6), look.palette.night, 235, colour, u(1)),
                Text(0, 0, words, look.face(Style.SMALL_NUMBER), colour, "c"),
            )
            yield Group(rect.grown(2), drawn, (x, top), round(share, 1))

    def _bar(self, look: Look, count: int) -> Item:
        """Turn, progress, and the keys that hold and end it."""
        u, p, cockpit = look.u, look.palette, self._cockpit
        turn = self.story.turn if self.story is not None else 0
        rect = Rect.centred(self.rect.centre_x, self.rect.bottom - u(36), u(420), u(40))
        done = min(1.0, (self._place + min(1.0, self._clock / self._seconds())) / max(1, count))
        width = round((rect.w - u(24)) * done)
        words = cockpit.say("playback-paused" if self._paused else "playback", turn=turn)
        step = self.story.step_passed if self.story is not None else None
        if step is not None:
            words = cockpit.say("playback-step", step=step)
        keys: list[Item] = []
        right = rect.right - u(12)
        for key, label in (("Esc", "playback-end"), ("P", "playback-hold"), ("Space", "playback-next")):
            said = cockpit.say(label)
            right -= look.width(said, Style.PLAIN_14)
            keys.append(Text(right, rect.y + u(16), said, look.face(Style.PLAIN_14), p.soft, "ml"))
            caps = keycap_items(look, right - u(5), rect.y + u(16), key)
            keys += caps
            first = caps[0]
            right = (first.rect.x if isinstance(first, Fill) else right) - u(12)
        label = shortened(look, words, right - rect.x - u(16), Style.STRONG_15)
        return Group(
            rect.grown(2),
            (
                CutBox(rect, u(8), p.night, 240, p.line_strong, u(1)),
                Text(
                    rect.x + u(14),
                    rect.y + u(16),
                    label,
                    look.face(Style.STRONG_15),
                    p.loss if step else p.text,
                    "ml",
                ),
                *keys,
                Fill(Rect(rect.x + u(12), rect.bottom - u(9), rect.w - u(24), u(3)), p.groove),
                Fill(Rect(rect.x + u(12), rect.bottom - u(9), width, u(3)), p.selection),
            ),
        )


def _lines(cockpit: Cockpit, look: Look, beat: Beat) -> Iterable[tuple[str, Colour]]:
    """What floats up over a district: events, what was given and built, pressure, and what changed."""
    p, say = look.palette, cockpit.say
    for event in beat.events:
        answerable = bool(cockpit.model.board.ruleset.events[event.event].answers)
        name = cockpit.words.event(event.event)
        key = "float-event" if not answerable else "float-answered" if event.answered else "float-unanswered"
        good = event.answered or not answerable
        yield say(key, event=name), p.go if good else p.loss
    if beat.finished is not None:
        yield say("float-finished"), p.attention
    elif beat.founded:
        yield say("float-founded"), p.attention
    for kind, amount in beat.gave:
        yield say("float-gave", amount=amount, kind=cockpit.words.part(kind)), p.text
    for _, facility in beat.built:
        yield cockpit.say("float-built", facility=cockpit.words.facility(facility)), p.text
    for reason in beat.refused:
        yield refused_words(cockpit, reason), p.attention
    if beat.pressure:
        yield cockpit.say("float-pressure", amount=hundredths(beat.pressure)), p.text
    for change in beat.changes:
        if change.subject != "lean":
            yield change_words(cockpit, change), change_colour(look, change)


def refused_words(cockpit: Cockpit, reason: str) -> str:
    """Why an order came back, with its price."""
    return cockpit.say(f"refused-{reason.replace('_', '-')}")


def change_words(cockpit: Cockpit, change: Change) -> str:
    """`Support +3.4`, `Need -22`."""
    amount = permille(change.amount) if change.subject == "support" else str(change.amount)
    sign = "+" if change.amount > 0 else ""
    return f"{cockpit.say(change.subject)} {sign}{amount}"


def change_colour(look: Look, change: Change) -> Colour:
    """Mint for a gain, red for a loss: more support is a gain, more need or unrest is none."""
    good = (change.amount > 0) == (change.subject == "support")
    return look.palette.go if good else look.palette.loss
