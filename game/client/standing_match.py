"""The match one stepped out of, as the title shows it."""

from game.client.screens.base import Stage
from game.client.screens.city.screen import CityScreen
from game.client.screens.results.record import record_of
from game.client.screens.sketch import leading
from game.client.screens.title.resume import Line, Resumable
from game.client.shelf import MapShelf, card_of
from game.link.match_client import MatchClient
from game.link.match_copy import MatchCopy
from game.rules.ids import Seat


def resumable(
    stage: Stage, city: CityScreen | None, client: MatchClient | None, shelf: MapShelf
) -> Resumable | None:
    """What the title says of the match that runs, or None where none does. Going on shows its `city`."""
    if city is None or client is None or client.copy is None:
        return None
    copy = client.copy
    loaded = shelf.played(copy.map_id, copy.identity)
    return Resumable(
        title=copy.board.city.title,
        go=lambda: stage.go(city),
        status=_status(stage, copy),
        turn=copy.turn,
        turns=copy.board.length.turns,
        lines=_lines(stage, client),
        sketch=card_of(loaded).sketch if loaded is not None else None,
        leaders=leading(copy.board, copy.view.public),
    )


def _status(stage: Stage, copy: MatchCopy) -> str:
    """Whose turn it is; one who watches waits for nobody."""
    if copy.seat < 0:
        return stage.say("title-watching")
    return stage.say("title-waiting" if copy.ready[copy.seat] else "title-your-turn")


def _lines(stage: Stage, client: MatchClient) -> tuple[Line, ...]:
    """The seats of the match, the best first."""
    record = record_of(client)
    names = [
        stage.say("results-you") if seat == record.you else sitter.name or stage.say("title-computer")
        for seat, sitter in enumerate(record.sitters)
    ]
    seats = sorted(range(len(names)), key=lambda seat: -record.public.seats[seat].legacy)
    return tuple(
        Line(
            record.banner(Seat(seat)),
            names[seat],
            record.public.seats[seat].legacy // 100,
            own=seat == record.you,
        )
        for seat in seats
    )
