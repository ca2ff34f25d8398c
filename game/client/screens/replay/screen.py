"""The city of a replay: the city screen without a seat, with a bar to go through the turns."""

from collections.abc import Callable
from functools import partial

from game.client.city_layout import CityLayout
from game.client.events import Event, KeyPressed
from game.client.model.story import Story
from game.client.screens.base import Stage
from game.client.screens.city.district_panel import district_height
from game.client.screens.city.frame import CityFrame
from game.client.screens.city.pen import Sheet
from game.client.screens.city.screen import CityScreen
from game.client.screens.replay.panels import draw_orders, draw_outcome, orders_height
from game.client.screens.replay.reel import Reel
from game.client.screens.replay.transport import draw_call, draw_transport
from game.link.match_client import MatchClient


class ReplayScreen(CityScreen):
    """A replay from its opening to its last turn. The caller guarantees that `client` is on the reel's link.

    `on_over` is called each time its end is reached, `on_leave` when the player has seen enough.
    """

    def __init__(  # noqa: PLR0913 - each way out is a keyword
        self,
        stage: Stage,
        client: MatchClient,
        reel: Reel,
        layout: CityLayout,
        *,
        on_over: Callable[[], None],
        on_leave: Callable[[], None],
        on_settings: Callable[[], None],
    ) -> None:
        super().__init__(stage, client, layout, on_over=on_over, on_leave=on_leave, on_settings=on_settings)
        self.reel = reel
        reel.changed = self.cockpit.touch
        self._on_results = on_over
        self._recounted = 0

    def root(self) -> CityFrame:
        frame = super().root()
        cockpit, reel = self.cockpit, self.reel
        self.parts.slate = Sheet(partial(draw_orders, cockpit, reel))
        self.parts.forecast = Sheet(partial(draw_outcome, cockpit, reel))
        self.parts.verbs = Sheet(partial(draw_transport, cockpit, reel))
        self.parts.call = Sheet(partial(draw_call, cockpit, reel, self._on_results))
        for part in (self.parts.slate, self.parts.forecast, self.parts.verbs, self.parts.call):
            part.parent = frame
        return frame

    def entered(self) -> None:
        """Look at a district, so that its panel is filled."""
        if self.model.planning.selected.district is None:
            self.cockpit.select_district(self.model.board.homes[0])
        super().entered()

    def tick(self, now: float) -> None:
        super().tick(now)
        if self.reel.settled and self.reel.at != self._recounted:
            self._recount()
        if not self.playback.playing and not self.model.stories and self.stage.desk.top is self.widget():
            self.reel.tick(now)

    def _recount(self) -> None:
        """What came of the turn goes into the log, whichever way one came to it."""
        self._recounted = self.reel.at
        for line in self.reel.outcome():
            self.narrator.tell(line)

    def before(self, event: Event) -> bool:
        """The keys that go through the replay come before those of a match."""
        idle = not self.playback.playing and self.stage.desk.top is self.widget()
        if idle and isinstance(event, KeyPressed):
            action = self._keys().get(event.chord)
            if action is not None:
                action()
                return True
        return super().before(event)

    def _keys(self) -> dict[str, Callable[[], None]]:
        reel = self.reel
        return {
            "return": self._on_results if reel.at == reel.last else reel.forward,
            "page down": reel.forward,
            "backspace": reel.back,
            "page up": reel.back,
            "space": reel.toggle,
            "home": reel.first,
            "end": reel.to_end,
        }

    def _arrange_parts(self) -> None:
        """All panels stay while a turn is told, but for what the playback covers."""
        frame = self.frame
        heights = (orders_height(self.reel), district_height(self.cockpit))
        coming = self.parts.coming.shown()
        if heights != frame.heights or coming is not self._coming:
            frame.heights, self._coming = heights, coming
            frame.reshaped()
        quiet = self.playback.playing
        for part in (
            self.parts.coming,
            self.parts.forecast,
            self.parts.verbs,
            self.parts.call,
            self.parts.glow,
        ):
            part.show(not quiet)

    def _told(self, story: Story) -> None:
        """No report stands in the way: what came of the turn is beside the map."""
        self.reel.rest(self.stage.now)
        self._refresh()
        if self.model.ended and not self.model.stories:
            self._end()
        else:
            self.narrator.tell(self.cockpit.say("say-turn", turn=self.model.public.turn))

    def _end(self) -> None:
        """The results come once each time the end is reached."""
        self.reel.running = False
        super()._end()

    def _refresh(self) -> None:
        if not self.model.ended:
            self._over_told = False
        super()._refresh()
