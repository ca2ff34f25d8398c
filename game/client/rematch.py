"""The way from a match that is over into the same one again, on the server it was played on."""

from collections.abc import Callable

from game.client.contact import Contact
from game.client.screens.base import Stage
from game.link.match_client import LinkClosedError
from game.protocol.messages import PERSON, Rooms, Seated


class Rematch:
    """Watches who has asked for it; fulfils `game.client.screens.results.screen.Again`."""

    def __init__(self, stage: Stage, contact: Contact, entered: Callable[[], None]) -> None:
        self._stage, self._contact, self._entered = stage, contact, entered
        self._looked = ""
        self._note = ""

    def poll(self) -> str:
        """Hear the server, once a frame; who waits in the new room, in words, or nothing."""
        client = self._contact.client
        if client is None:
            return ""
        while (happening := client.poll()) is not None:
            self._contact.talk.take(happening, client.seat)
        asked = client.room.rematch if client.room is not None else ""
        if asked and asked != self._looked:
            self._looked = asked
            self._note = self._stage.say("results-rematch-asked")
            self._stage.work(self._look(asked), self._closed)
        return self._note

    def go(self) -> None:
        """Ask for it, or follow the others into it."""
        self._contact.work(self._again(), self._closed)

    async def _look(self, room: str) -> None:
        answer = await self._contact.running.list_rooms(room)
        if isinstance(answer, Rooms) and answer.rooms:
            people = [chair.name for chair in answer.rooms[0].seats if chair.player == PERSON and chair.here]
            if people:
                self._note = self._stage.say(
                    "results-rematch-waits", names=", ".join(people), count=len(people)
                )

    async def _again(self) -> None:
        answer = await self._contact.running.rematch()
        if isinstance(answer, Seated):
            self._entered()
        else:
            self._contact.tell("results-no-rematch", self._contact.refused(answer.refusals))

    def _closed(self, error: Exception) -> None:
        if not isinstance(error, LinkClosedError):
            raise error
        self._contact.tell("results-no-rematch", [self._contact.fault(error)])
