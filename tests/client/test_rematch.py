from game.client.screens.lobby.room import RoomScreen
from game.protocol import messages as say
from tests.support.plays import Play, finished
from tests.support.stages import press, words


async def test_a_rematch_with_others_says_who_waits_and_leads_into_the_new_room(play: Play) -> None:
    play.launcher.code = "again"
    await finished(play)
    play.launcher.links[0].change_room(rematch="again")
    await play.until(lambda: "wait in a new room" in words(play.stage))
    press(play.stage, "return")
    await play.until(lambda: isinstance(play.top, RoomScreen))
    assert play.launcher.plans == []
    await play.end()


async def test_a_rematch_that_is_refused_is_told(play: Play) -> None:
    play.launcher.refuses = (say.Rematch,)
    await finished(play)
    press(play.stage, "return")
    await play.until(lambda: "THERE IS NO REMATCH" in words(play.stage))
    await play.end()


async def test_a_rematch_after_the_server_is_gone_is_told(play: Play) -> None:
    await finished(play)
    await play.launcher.links[0].close()
    await play.until(lambda: True)
    press(play.stage, "return")
    await play.until(lambda: "THERE IS NO REMATCH" in words(play.stage))
    await play.end()


async def test_after_a_match_alone_another_on_a_server_is_played_again_there(play: Play) -> None:
    await play.in_city()
    play.ways.title()
    screen = await finished(play)
    assert screen._exits.rematch is None
    await play.end()
