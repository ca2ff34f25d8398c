"""The city screen: panels around the map, keys, and the turn's life from planning to playback."""

from collections.abc import Callable
from functools import partial

from game.client.city_layout import CityLayout
from game.client.events import (
    Event,
    FocusChanged,
    KeyPressed,
    KeyReleased,
    PointerLeft,
    PointerMoved,
    PointerPressed,
)
from game.client.geometry import Rect
from game.client.intents import DIRECTIONS, VERB_INTENTS, Intent, intent_of
from game.client.look import Look
from game.client.model.match import Departure, MatchModel
from game.client.model.planning import VERBS
from game.client.model.story import Story
from game.client.model.talk import Talk
from game.client.screens.base import Screen, Stage
from game.client.screens.city.banner import Banner
from game.client.screens.city.card_tips import coming_tip
from game.client.screens.city.cockpit import Cockpit
from game.client.screens.city.coming import Chip, ComingStrip
from game.client.screens.city.connector import Connector
from game.client.screens.city.district_panel import district_height, draw_district
from game.client.screens.city.end_turn import draw_end_turn
from game.client.screens.city.forecast_panel import draw_forecast, pressure_box
from game.client.screens.city.frame import CityFrame, GlowUnder, Parts, held
from game.client.screens.city.layers import Layers
from game.client.screens.city.leaving import tell_departure, tell_stand_in
from game.client.screens.city.log_window import LogWindow, Narrator
from game.client.screens.city.map_view import PAN_A_SECOND, MapView
from game.client.screens.city.minimap_panel import MiniBoard, MiniFrame
from game.client.screens.city.pen import Pen, Sheet
from game.client.screens.city.playback import Playback
from game.client.screens.city.report import ReportWindow, told_lines
from game.client.screens.city.slate_panel import draw_slate, slate_height
from game.client.screens.city.sums import pressure_sum
from game.client.screens.city.top_bar import draw_top_bar
from game.client.screens.city.verb_strip import VerbBoard
from game.client.screens.city.watch_panel import draw_watch, watch_height
from game.link.match_client import LinkClosedError, MatchClient
from game.rules.ids import District, Leader


class CityScreen(Screen):
    """One match, from its first turn to its last. The caller guarantees that the match has begun.

    `on_over` is called once after the last turn was played back, `on_leave` when the player leaves before.
    """

    def __init__(  # noqa: PLR0913 - each way out is a keyword
        self,
        stage: Stage,
        client: MatchClient,
        layout: CityLayout,
        *,
        on_over: Callable[[], None],
        on_leave: Callable[[], None],
        on_settings: Callable[[], None],
        talk: Talk | None = None,
    ) -> None:
        super().__init__(stage)
        self.model = MatchModel(client, stage.say, talk)
        self.cockpit = Cockpit(stage, self.model)
        self.city = MapView(self.cockpit, layout)
        self.playback = Playback(self.cockpit, self.city, self._told)
        self.narrator = Narrator(self.cockpit)
        self.layers = Layers(self.cockpit, on_settings, on_leave)
        self._on_over, self._on_leave = on_over, on_leave
        self._departed: Departure | None = None
        self._held: set[Intent] = set()
        self._last_tick: float | None = None
        self._second = -1
        self._leader: Leader | None = None
        self._over_told = False
        self._narrated = -1
        self._coming: tuple[Chip, ...] = ()
        self._wire()

    # --- building -------------------------------------------------------------------------------

    def _wire(self) -> None:
        cockpit = self.cockpit
        cockpit.centre = lambda district: self.city.look_at(district, self.stage.now)
        cockpit.explain = self.layers.explain
        cockpit.ask = self.layers.ask
        cockpit.tell = self.narrator.tell
        cockpit.open_gift = self.layers.gift
        cockpit.open_close = self.layers.close_facility
        cockpit.open_what_if = self.layers.what_if
        cockpit.open_coming = self._open_coming
        cockpit.open_council = self.layers.council
        cockpit.open_goals = self.layers.goals
        cockpit.open_agreement = self.layers.agreement
        cockpit.open_chat = self.layers.chat
        cockpit.open_chat_to = self.layers.chat_to
        cockpit.open_people = self.layers.people
        cockpit.open_menu = self.layers.menu
        cockpit.open_log = self._open_log
        cockpit.open_report = self._open_report
        cockpit.open_sheet = self.layers.sheet

    def root(self) -> CityFrame:
        cockpit = self.cockpit
        centres = tuple(place.middle for place in self.city.places)
        minimap = MiniBoard(cockpit, self.city, centres)
        self.parts = Parts(
            map=self.city,
            glow=GlowUnder(),
            coming=ComingStrip(cockpit),
            connector=Connector(cockpit),
            slate=Sheet(partial(draw_slate if cockpit.seat >= 0 else draw_watch, cockpit)),
            minimap=minimap,
            seen=MiniFrame(minimap),
            district=Sheet(partial(draw_district, cockpit)),
            forecast=Sheet(partial(draw_forecast, cockpit)),
            verbs=VerbBoard(cockpit),
            call=Sheet(partial(draw_end_turn, cockpit)),
            bar=Sheet(partial(draw_top_bar, cockpit)),
            playback=self.playback,
            banner=Banner(cockpit),
        )
        self.frame = CityFrame(self.parts)
        self.city.on_camera = self.parts.seen.changed
        self._arrange_parts()
        return self.frame

    def entered(self) -> None:
        """Look at the first leader, as a player would; who watches looks at a home."""
        planning = self.model.planning
        if self.model.seat < 0 and planning.selected.district is None:
            self.cockpit.select_district(self.model.board.homes[0])
        if planning.selected.leader is None and planning.leaders() and not self.model.ended:
            planning.select_leader(planning.leaders()[0])
        self.model.touch()

    # --- time -----------------------------------------------------------------------------------

    def tick(self, now: float) -> None:
        """Hear the server, carry the slate up, move what moves, and repaint what changed."""
        self.widget()
        if self.model.poll(now):
            self._refresh()
        if self.model.courier.due:
            self.stage.work(self.model.courier.deliver(), self._undelivered)
        self._begin_story(now)
        self.playback.tick(now)
        self._pan(now)
        self.city.tick(now)
        self._follow_leader(now)
        self._tick_clock()
        self._follow_departure()
        self._follow_stand_in()
        self.narrator.listen(self.model.company.talk, self.model.company.room_id)
        if self.model.planning.version != self._narrated:
            self._narrated = self.model.planning.version
            self.narrator.follow()

    def _undelivered(self, error: Exception) -> None:
        """A link that closed for good says so in the banner; anything else is a bug."""
        if not isinstance(error, LinkClosedError):
            raise error

    def _refresh(self) -> None:
        self._arrange_parts()
        for part in self.parts.all():
            part.changed()
        self.layers.refresh()
        self.stage.redraw()

    def _arrange_parts(self) -> None:
        """Sizes that follow the match: slate, district, what comes; and what shows in a playback."""
        frame, planning = self.frame, self.model.planning
        slate = slate_height(self.cockpit) if planning.seat >= 0 else watch_height(self.cockpit)
        heights = (slate, district_height(self.cockpit))
        coming = self.parts.coming.shown()
        if heights != frame.heights or coming is not self._coming:
            frame.heights, self._coming = heights, coming
            frame.reshaped()
        quiet = self.playback.playing
        self.parts.coming.show(not quiet)
        for part in (self.parts.forecast, self.parts.verbs):
            part.show(not quiet and not self.model.ended and planning.seat >= 0)
        self.parts.call.show(not quiet)
        self.parts.glow.show(self.cockpit.may_plan and not quiet)
        if isinstance(self.parts.connector, Connector):
            self.parts.connector.areas = frame.areas

    def _begin_story(self, now: float) -> None:
        if self.model.stories:
            self.layers.step_aside()
        if self.playback.playing or self.stage.desk.top is not self.widget():
            return
        if not self.model.stories:
            if self.model.ended:
                self._end()
            return
        story = self.model.stories.popleft()
        self.narrator.recount(story, list(told_lines(self.cockpit, story)))
        self.playback.play(story, now)
        self._refresh()

    def _told(self, story: Story) -> None:
        """After a story: the report, or the end of the match. The first leader without an order is next."""
        idle = self.model.planning.idle()
        if idle and not self.model.ended:
            self.model.planning.select_leader(idle[0])
        self._refresh()
        if self.model.ended and not self.model.stories:
            self._end()
        elif not self.model.stories:
            self.narrator.tell(self.cockpit.say("say-turn", turn=self.model.public.turn))
            self._show_report(story)

    def _end(self) -> None:
        if not self._over_told:
            self._over_told = True
            self.narrator.tell(self.cockpit.say("match-over"))
            self._on_over()

    def _pan(self, now: float) -> None:
        """Keys that are held and the rim of the window move the city."""
        passed = 0.0 if self._last_tick is None else min(0.1, now - self._last_tick)
        self._last_tick = now
        if self.layers.shown is not None or self.playback.playing:
            return
        across, down = self.city.rim()
        for intent in self._held:
            dx, dy = DIRECTIONS[intent]
            across, down = across - dx, down - dy
        if across or down:
            step = PAN_A_SECOND * self._look().u.scale * passed
            self.city.pan(across * step, down * step)

    def _follow_leader(self, now: float) -> None:
        leader = self.model.planning.selected.leader
        if leader != self._leader:
            self._leader = leader
            self.city.start_pulse(now)

    def _tick_clock(self) -> None:
        """The clock and the banner count in whole seconds."""
        left = self.model.seconds_left()
        second = int(left if left is not None else -1)
        company = self.model.company
        if self.model.lost is not None or company.talk.announcement or company.is_paused:
            second = -2 - int(self.stage.now)
        if second != self._second:
            self._second = second
            self.parts.bar.changed()
            self.parts.banner.changed()

    def _follow_departure(self) -> None:
        """Ask once what to do when somebody else has the seat."""
        departure, before = self.model.departure, self._departed
        self._departed = departure
        if departure is not None and departure != before and (departure.displaced or departure.stood_in_for):
            self.layers.close()
            tell_departure(self.cockpit, departure, self._on_leave)

    def _follow_stand_in(self) -> None:
        """Tell once who has played the own seat."""
        name, self.model.stood_in = self.model.stood_in, ""
        if name:
            tell_stand_in(self.cockpit, name)

    def left(self) -> None:
        """The desk forgets its layers when another screen shows."""
        self.layers.forget()
        self._held.clear()

    def _reported(self) -> None:
        """The report was read: look at what comes next."""
        self.layers.close()
        self._centre()

    def _again(self, story: Story) -> None:
        """Play a story that was told; the report follows it once more."""
        self.layers.close()
        self.playback.play(story, self.stage.now)
        self._refresh()

    def _open_report(self) -> None:
        if self.playback.last is not None:
            self._show_report(self.playback.last)

    def _show_report(self, story: Story) -> None:
        self.layers.open(ReportWindow(self.cockpit, story, self._reported, partial(self._again, story)))

    def _open_log(self) -> None:
        self.layers.open(LogWindow(self.cockpit.say("log"), self.narrator.lines, self.layers.close))

    def _shut(self) -> None:
        """Ask which facility to close where one looks."""
        district = self.model.planning.selected.district
        if district is not None:
            self.cockpit.open_close(district)

    def _open_coming(self) -> None:
        """All that comes, from the keyboard."""
        if self.frame.areas is not None:
            area = self.parts.coming.rect
            first = next(iter(self.parts.coming.rects), area)
            self.layers.explain(coming_tip(self.cockpit), first, first)

    # --- keys and pointer -----------------------------------------------------------------------

    def before(self, event: Event) -> bool:
        """What must not wait for a widget: where the pointer is, the keys of the city, the playback."""
        if isinstance(event, PointerMoved):
            self.city.follow(event.x, event.y)
        if isinstance(event, PointerLeft):
            self.city.forget_pointer()
        if isinstance(event, FocusChanged) and not event.gained:
            self.city.forget_pointer()
            self._held.clear()
        if self.playback.playing and isinstance(event, KeyPressed | PointerPressed):
            return self.playback.on_event(event)
        if isinstance(event, KeyReleased):
            self._release(event)
        if isinstance(event, KeyPressed) and self.stage.desk.top is self.widget():
            intent = intent_of(event, self.stage.settings.keys)
            return intent is not None and self._do(intent, repeat=event.repeat)
        return False

    def _release(self, event: KeyReleased) -> None:
        intent = intent_of(KeyPressed(event.key), self.stage.settings.keys)
        if intent is not None:
            self._held.discard(intent)

    def _do(self, intent: Intent, *, repeat: bool) -> bool:
        cockpit = self.cockpit
        if intent in VERB_INTENTS:
            self._verb_key(VERBS[VERB_INTENTS.index(intent)])
            return True
        if intent in DIRECTIONS:
            self._direction(intent)
            return True
        plain: dict[Intent, Callable[[], object]] = {
            Intent.NEXT_LEADER: partial(self._step_leader, 1),
            Intent.LAST_LEADER: partial(self._step_leader, -1),
            Intent.END_TURN: cockpit.confirm_or_end,
            Intent.CLOSE: self._escape,
            Intent.UNDO: cockpit.undo,
            Intent.REDO: cockpit.redo,
            Intent.MAP_MODE: cockpit.next_mode,
            Intent.CENTRE: self._centre,
            Intent.LOG: self._open_log,
            Intent.GIVE: cockpit.give_tried,
            Intent.WITHDRAW: self._withdraw,
            Intent.EXPLAIN: self._explain_pressure,
            Intent.REPORT: self._open_report,
            Intent.SHEET: self.layers.sheet,
            Intent.RULES: self.layers.rules,
            Intent.COMING: self._open_coming,
            Intent.GIFT: cockpit.open_gift,
            Intent.WHAT_IF: cockpit.open_what_if,
            Intent.SHUT: self._shut,
            Intent.PIN: cockpit.toggle_pin,
            Intent.WORKS: cockpit.next_works,
            Intent.COUNCIL: self.layers.council,
            Intent.CHAT: self.layers.chat,
            Intent.PEOPLE: self.layers.people,
            Intent.GOALS: cockpit.open_goals,
            Intent.ZOOM_IN: partial(self._zoom, 1),
            Intent.ZOOM_OUT: partial(self._zoom, -1),
        }
        if not (repeat and intent in (Intent.END_TURN, Intent.CLOSE)):
            plain[intent]()
        return True

    def _verb_key(self, verb: str) -> None:
        """The first press shows what it would do, the second gives it."""
        planning = self.model.planning
        if verb in (planning.selected.verb, "build", "motion"):
            self.cockpit.press_verb(verb)
        elif self.cockpit.may_plan:
            self.cockpit.try_verb(verb)

    def _direction(self, intent: Intent) -> None:
        if intent.value.startswith("pan"):
            self._held.add(intent)
            return
        district = self.city.step(DIRECTIONS[intent])
        if district is not None:
            self.cockpit.select_district(district)
            self._keep_in_sight(district)

    def _keep_in_sight(self, district: District) -> None:
        """The camera follows the keys only where the district would be hidden."""
        areas = self.frame.areas
        x, y = self.city.camera.at(*self.city.places[district].middle)
        u = self._look().u
        if areas is None:
            return
        sight = Rect(areas.free.x, areas.free.y + u(120), areas.free.w, areas.free.h - u(190)).inset(u(60), 0)
        if not sight.contains(x, y):
            self.city.look_at(district, self.stage.now)

    def _step_leader(self, step: int) -> None:
        self.model.planning.step_leader(step)
        district = self.model.planning.selected.district
        if district is not None:
            self._keep_in_sight(district)

    def _escape(self) -> None:
        """One thing at a time: the verb tried out, else the menu."""
        if self.model.planning.selected.verb is not None:
            self.cockpit.try_verb(None)
        else:
            self.layers.menu()

    def _centre(self) -> None:
        planning = self.model.planning
        district = planning.selected.district
        if district is not None:
            self.city.look_at(district, self.stage.now)

    def _withdraw(self) -> None:
        leader = self.model.planning.selected.leader
        if leader is not None:
            self.cockpit.withdraw(leader)

    def _explain_pressure(self) -> None:
        """Open the sum of the own pressure where one looks, from the keyboard."""
        areas, shown = self.frame.areas, self.model.outlook.shown
        district = self.model.planning.selected.district
        if areas is None or shown is None or district is None or not self.parts.forecast.visible:
            return
        tip = pressure_sum(self.cockpit, shown.ledger, district, self.cockpit.seat)
        number = pressure_box(Pen(self._look(), areas.forecast))
        self.layers.explain(tip, number, areas.forecast)

    def _look(self) -> Look:
        """The look of the panels, which may be smaller than the player's where the window is small."""
        return held(self.stage.desk.look, self.frame.rect)

    def _zoom(self, steps: int) -> None:
        areas = self.frame.areas
        if areas is not None:
            self.city.zoom(steps, areas.free.centre_x, areas.free.centre_y)
