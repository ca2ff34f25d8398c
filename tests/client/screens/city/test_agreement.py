import pytest

from game.protocol.messages import Absence, Matter
from game.rules.ids import Seat
from tests.support.played import Opened
from tests.support.stages import button, click, words


@pytest.mark.parametrize(
    ("matter", "label", "chip"),
    [
        ("end", "End by agreement", "SRA would end it"),
        ("pause", "Pause", "SRA would pause"),
        ("extend", "More time", "SRA would have"),
    ],
)
async def test_a_vote_is_seen_by_everybody_and_can_be_taken_back(
    opened: Opened, matter: Matter, label: str, chip: str
) -> None:
    played = await opened()
    played.link.change_room(timer=90)
    await played.frames()
    played.press("escape")
    click(played.stage, button(played.stage, label))
    await played.frames()
    assert "has not said so" in words(played.stage)
    click(played.stage, button(played.stage, "I agree"))
    await played.frames()
    company = played.screen.model.company
    assert company.votes(matter) == (True, False, False)
    assert chip in words(played.stage)
    played.screen.cockpit.open_agreement(matter)
    await played.frames()
    click(played.stage, button(played.stage, "Take it back"))
    await played.frames()
    assert company.votes(matter) == (False, False, False)


async def test_anothers_wish_stands_over_the_map(opened: Opened) -> None:
    played = await opened()
    played.link.vote(Seat(2), agree=True)
    played.link.vote(Seat(1), agree=True, matter="pause")
    await played.frames()
    read = words(played.stage)
    assert "CA would end it" in read
    assert "OCC would pause" in read


async def test_a_substitute_decides_nothing_and_who_is_absent_is_not_asked(opened: Opened) -> None:
    played = await opened()
    played.link.change_room(absence=Absence(60, "substitute"))
    played.link.change_chair(Seat(0), absent=True, substitute="Ada")
    await played.frames()
    assert played.screen.model.company.voters() == (1, 2)
    played.screen.cockpit.open_agreement("end")
    await played.frames()
    assert "only who plays for themselves decides" in words(played.stage)
    assert not button(played.stage, "I agree").enabled
