"""A request to the server from the city: what it refuses is told in a window."""

from collections.abc import Callable, Coroutine
from typing import Any

from game.client.screens.city.cockpit import Cockpit
from game.client.screens.notice import fault_list, notify, refusal_words
from game.link.match_client import LinkClosedError
from game.protocol.messages import Answer, Declined


def send(
    cockpit: Cockpit, request: Coroutine[Any, Any, Answer], done: Callable[[], None] = lambda: None
) -> None:
    """Send it; `done` is called when the server has done it. A closed link tells of itself in the banner."""
    cockpit.stage.work(_sent(cockpit, request, done))


async def _sent(cockpit: Cockpit, request: Coroutine[Any, Any, Answer], done: Callable[[], None]) -> None:
    try:
        answer = await request
    except LinkClosedError:
        return
    if isinstance(answer, Declined):
        say = cockpit.stage.say
        faults = [refusal_words(refusal, say) for refusal in answer.refusals]
        notify(cockpit.stage, cockpit.say("refused-request"), fault_list(faults))
    else:
        done()
    cockpit.touch()
