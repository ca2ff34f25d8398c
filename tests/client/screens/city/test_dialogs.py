from collections.abc import AsyncIterator

import pytest

from game.client.model.match import MatchModel
from game.client.model.offers import facility_offers
from game.client.screens.city.cockpit import Cockpit
from game.client.screens.city.dialogs import build_choice, made_for_words, work_words
from tests.support.matches import OCC
from tests.support.rehearsals import rehearsed
from tests.support.stages import stage, words


@pytest.fixture
async def cockpit() -> AsyncIterator[Cockpit]:
    _, client = await rehearsed(0)
    on = stage(1280, 720, None)
    made = Cockpit(on, MatchModel(client, on.say))
    planning = made.model.planning
    planning.select_leader(planning.leaders()[0])
    yield made
    await client.__aexit__(None, None, None)


def nothing() -> None:
    pass


async def test_every_facility_says_whether_this_is_its_kind_of_place(cockpit: Cockpit) -> None:
    said = {
        offer.rule.key: made_for_words(cockpit, offer) for offer in facility_offers(cockpit.model.planning)
    }
    assert said == {
        "community_clinic": "Made for a place like this: need 40 or more",
        "organising_hub": "Made for a place like this: population 6 or more",
        "free_school": "Made for: Mixed. Here: Underserved",
    }


async def test_a_facility_made_for_a_sanctuary_says_that_none_is_here() -> None:
    _, client = await rehearsed(0, seat=OCC)
    on = stage(1280, 720, None)
    made = Cockpit(on, MatchModel(client, on.say))
    made.model.planning.select_leader(made.model.planning.leaders()[0])
    lab = next(o for o in facility_offers(made.model.planning) if o.rule.key == "nanobot_lab")
    assert (
        made_for_words(made, lab)
        == "Made for: a Sanctuary, begun or finished. Here: no Sanctuary was begun here"
    )
    assert work_words(made, lab.rule) == "need -3, credits +1, pressure 2, 4 in its place"
    await client.__aexit__(None, None, None)


async def test_a_facility_that_is_off_says_its_place_and_its_mend(cockpit: Cockpit) -> None:
    cockpit.stage.desk.open(build_choice(cockpit, nothing))
    said = words(cockpit.stage)
    assert "Made for a place like this: need 40 or more" in said
    assert "Build another kind there" in said
