"""A conversation with its entry: to everybody, or to one seat."""

import asyncio
from collections.abc import Sequence
from typing import Final, Protocol

import msgspec

from game.client.model.talk import Talk
from game.client.screens.base import Stage
from game.client.screens.notice import fault_label, refusal_words
from game.client.screens.talk.log import ChatLog, Seating, nobody_seated
from game.client.theme import Style
from game.client.widgets.button import Button
from game.client.widgets.choice import Choice
from game.client.widgets.entry import TextEntry
from game.client.widgets.label import Label
from game.client.widgets.layout import Column
from game.client.widgets.richtext import IconSpan, Span
from game.link.match_client import LinkClosedError
from game.protocol.messages import MOST_TEXT, Answer, Declined
from game.rules.ids import Seat

ROWS: Final = 8


class Speaker(Protocol):
    """What a conversation needs of a `MatchClient`."""

    async def say(self, text: str, to: Seat | None = None) -> Answer:
        """Say something where one is."""
        ...


class Receiver(msgspec.Struct, frozen=True):
    """Somebody one can talk to: a seat with its name, or everybody."""

    label: str
    seat: Seat | None = None


class ChatPanel(Column):
    """The lines of `room` and an entry below them; Enter says what is typed. `refresh` shows what has come since."""

    def __init__(
        self,
        stage: Stage,
        talk: Talk,
        client: Speaker,
        room: str,
        seating: Seating = nobody_seated,
        rows: int = ROWS,
    ) -> None:
        self._stage, self._talk, self._client, self._room = stage, talk, client, room
        self._receivers: tuple[Receiver, ...] = ()
        self._to: Seat | None = None
        self._seen = -1
        self._asking: asyncio.Task[None] | None = None
        self._news = Column(gap=4)
        self._log = ChatLog(stage, seating, rows)
        self._log.grow = 1.0
        self._choice = Column()
        self._fault = Column()
        self.entry = TextEntry("", self.speak, placeholder=stage.say("talk-entry"), limit=MOST_TEXT)
        super().__init__((self._news, self._log, self._fault, self._choice, self.entry), gap=6)
        self.refresh()

    def offer(self, receivers: Sequence[Receiver]) -> None:
        """Whom one can talk to besides everybody; who is chosen stays chosen while there."""
        everybody = Receiver(self._stage.say("talk-to-all"))
        offered = (everybody, *receivers) if receivers else ()
        if offered == self._receivers:
            return
        self._receivers = offered
        seats = [receiver.seat for receiver in offered]
        chosen = seats.index(self._to) if self._to in seats else 0
        self._to = seats[chosen] if seats else None
        labels = [receiver.label for receiver in offered]
        self._choice.fill([Choice(labels, self._choose, chosen)] if labels else [])

    def to(self, seat: Seat) -> None:
        """Talk to a seat, and give the entry the keyboard."""
        for place, receiver in enumerate(self._receivers):
            if receiver.seat == seat:
                for choice in self._choice.children():
                    if isinstance(choice, Choice):
                        choice.choose(place)
        self._stage.desk.focus_on(self.entry)

    def silence(self, why: str) -> None:
        """Let one only read, and say why; with an empty reason one can talk again."""
        self.entry.show(not why)
        self._fault.fill([Label(why, Style.PLAIN_15, "soft", wrap=True)] if why else [])

    def refresh(self) -> None:
        """Show what has been said since, and count it as read."""
        if self._talk.unread(self._room) and self.visible:
            self._talk.read(self._room)
        if self._talk.version != self._seen:
            self._seen = self._talk.version
            self._log.put(self._talk.lines(self._room))
            self._announce()
            self._stage.redraw()

    def speak(self, text: str) -> None:
        """Say it, one line at a time; what is refused stays in the entry."""
        if text.strip() and (self._asking is None or self._asking.done()):
            self._asking = self._stage.work(self._speak(text))

    async def _speak(self, text: str) -> None:
        say = self._stage.say
        try:
            answer = await self._client.say(text, self._to)
        except LinkClosedError as error:
            self._fault.fill([fault_label(say("join-fault-connection", why=str(error)))])
            return
        refused = answer.refusals if isinstance(answer, Declined) else ()
        self._fault.fill([fault_label(*refusal_words(refusal, say)) for refusal in refused])
        if not refused and self.entry.text == text:
            self.entry.put("")
        self._stage.redraw()

    def _announce(self) -> None:
        """Those who run the server are heard wherever one talks."""
        words = self._talk.announcement
        if not words:
            self._news.fill(())
            return
        said = Label([IconSpan("network", "attention"), Span(words, "attention")], Style.STRONG_15, wrap=True)
        read = Button(self._stage.say("talk-announcement-read"), self._dismiss, "ghost")
        self._news.fill((said, read))

    def _dismiss(self) -> None:
        self._talk.dismiss()
        self.refresh()

    def _choose(self, place: int) -> None:
        self._to = self._receivers[place].seat
