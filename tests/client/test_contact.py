import pytest

from game.client.contact import Contact
from game.client.launcher import Opening
from game.client.screens.city.screen import CityScreen
from game.protocol.refusals import Refusal
from tests.support.plays import PLAN, Play
from tests.support.stages import stage


async def on_a_server(play: Play) -> Contact:
    play.ways.open(Opening(join="example.org:4000/KX7P2M"))
    await play.until(lambda: isinstance(play.top, CityScreen))
    return play.ways._contact


async def test_who_is_ignored_stays_so(play: Play) -> None:
    contact = await on_a_server(play)
    contact.talk.ignore("Mirela", ignored=True)
    assert play.stage.settings.ignored == ("Mirela",)
    await play.end()


async def test_everybody_is_heard_again(play: Play) -> None:
    contact = await on_a_server(play)
    contact.talk.ignore("Mirela", ignored=True)
    contact.hear_all()
    assert play.stage.settings.ignored == ()
    assert contact.talk.ignored == frozenset()
    await play.end()


async def test_an_invite_names_the_server_one_is_on(play: Play) -> None:
    contact = await on_a_server(play)
    assert contact.invite("KX7P2M") == "example.org:4000/KX7P2M"
    assert not contact.is_alone
    await play.end()


async def test_a_match_alone_is_on_no_server(play: Play) -> None:
    play.ways.open(Opening(solo=PLAN))
    await play.until(lambda: isinstance(play.top, CityScreen))
    assert play.ways._contact.is_alone
    assert play.ways._contact.invite("X") == ""
    await play.end()


def test_without_a_client_nothing_can_be_asked() -> None:
    contact = Contact(stage())
    with pytest.raises(LookupError, match="no client is connected"):
        _ = contact.running


def test_a_refusal_this_client_does_not_know_is_told_as_it_came() -> None:
    assert Contact(stage()).refused((Refusal("odd", text="No.", mend="Later."),)) == [("No.", "Later.")]
