import pytest

from game.client import rating_news
from game.protocol import messages as say
from tests.support.plays import Play, finished
from tests.support.stages import words


async def test_the_rating_is_asked_for_again_after_the_match(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rating_news, "PAUSE", 0)
    await finished(play)
    rating = say.Rating("free", 1520, 80, 4)
    play.launcher.you = say.Profile(1, "Ada", 4, 99, (rating,))
    await play.until(lambda: "your first rating is 1520 ±80" in words(play.stage))
    assert len(play.launcher.links) > 1
    assert play.launcher.closed == len(play.launcher.links) - 1, "only the match's own connection stays"
    await play.end()
