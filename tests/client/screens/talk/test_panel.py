import asyncio

from game.client.events import TextTyped
from game.client.model.talk import Talk
from game.client.screens.talk.panel import ChatPanel, Receiver
from game.client.widgets.choice import Choice
from game.client.widgets.panelbox import PanelBox
from game.link import happenings as told
from game.link.match_client import LinkClosedError
from game.protocol.messages import Answer, Declined, Done, Line
from game.protocol.refusals import Refused, refusal
from game.rules.ids import Seat
from tests.support.stages import Holding, button, click, find, press, shown, stage, words


class Speaker:
    def __init__(self) -> None:
        self.said: list[tuple[str, Seat | None]] = []
        self.answer: Answer | LinkClosedError = Done(1)

    async def say(self, text: str, to: Seat | None = None) -> Answer:
        self.said.append((text, to))
        if isinstance(self.answer, LinkClosedError):
            raise self.answer
        return self.answer


class Talking:
    def __init__(self) -> None:
        self.stage, self.talk, self.speaker = stage(), Talk(), Speaker()
        self.panel = ChatPanel(self.stage, self.talk, self.speaker, "r")
        shown(Holding(self.stage, PanelBox(self.panel)))

    async def type(self, text: str) -> None:
        self.stage.desk.focus_on(self.panel.entry)
        self.stage.handle(TextTyped(text))
        press(self.stage, "return")
        for _ in range(4):
            await asyncio.sleep(0)
        self.stage.items()


async def test_what_is_said_leaves_the_entry() -> None:
    made = Talking()
    await made.type("hello")
    await made.type("  ")
    assert made.speaker.said == [("hello", None)]
    assert made.panel.entry.text == "  "


async def test_what_is_refused_stays_and_is_told() -> None:
    made = Talking()
    made.speaker.answer = Declined(1, (refusal(Refused.TALKS_TOO_FAST),))
    await made.type("hello")
    assert "You talk too fast." in words(made.stage)
    assert made.panel.entry.text == "hello"
    made.speaker.answer = LinkClosedError("cut")
    await made.type("")
    assert "There is no connection: cut." in words(made.stage)


async def test_one_talks_to_one_seat_as_long_as_it_is_there() -> None:
    made = Talking()
    made.panel.offer([Receiver("to Mirela", Seat(1)), Receiver("to Zoe", Seat(2))])
    made.panel.to(Seat(2))
    assert made.stage.desk.focus is made.panel.entry
    made.panel.offer([Receiver("to Zoe", Seat(2))])
    await made.type("psst")
    made.panel.offer([Receiver("to Mirela", Seat(1))])
    await made.type("hello")
    assert made.speaker.said == [("psst", 2), ("hello", None)]
    made.panel.offer([])
    assert find(made.stage, Choice) == []


def test_what_comes_is_shown_and_counts_as_read() -> None:
    made = Talking()
    made.talk.take(told.LinesHeard("r", (Line("Mirela", "good evening", 0, Seat(1)),)))
    made.talk.take(told.AnnouncementHeard("stopping at noon"))
    made.panel.refresh()
    read = words(made.stage)
    assert "good evening" in read
    assert "stopping at noon" in read
    click(made.stage, button(made.stage, "Read"))
    assert "stopping at noon" not in words(made.stage)
    assert made.talk.unread("r") == 0
