import pytest

from game.client.model.words import Words
from game.rules.errors import Code
from game.rules.ids import District, Leader
from game.rules.orders import (
    Ballot,
    Build,
    Campaign,
    Close,
    Gift,
    Motion,
    Order,
    Pledge,
    Travel,
    Unique,
)
from game.text.catalog import Catalog
from tests.support.matches import OCC, match
from tests.support.saying import say

HERE = District(0)


def words() -> Words:
    board, _ = match()
    return Words(board, say)


@pytest.mark.parametrize(
    ("order", "sentence"),
    [
        (Campaign(Leader(0), HERE), "Campaign in PLACE"),
        (Unique(Leader(0), HERE), "Rally in PLACE"),
        (Build(Leader(0), HERE, "free_school"), "Free School in PLACE"),
        (Travel(Leader(0), HERE), "Travel to PLACE"),
        (Pledge(Leader(0), HERE, "art"), "Pledge Art in PLACE"),
        (Pledge(Leader(0), HERE, "art", 3), "Pledge Art in PLACE if others give 3"),
        (Motion(Leader(0), HERE, "quiet_streets"), "Motion: Quiet Streets"),
        (Ballot("quiet_streets", True, 2), "Aye: Quiet Streets"),
        (Ballot("quiet_streets", False), "Nay: Quiet Streets"),
        (Gift(OCC, 2), "Gift to OCC"),
        (Close(HERE, "free_school"), "Close Free School in PLACE"),
    ],
)
def test_every_order_is_a_sentence(order: Order, sentence: str) -> None:
    spoken = words()
    assert spoken.order(order) == sentence.replace("PLACE", spoken.district(HERE))


def test_a_pledge_has_a_headline_of_verb_and_place() -> None:
    spoken = words()
    assert spoken.headline(Pledge(Leader(0), HERE, "art", 3)) == f"Pledge in {spoken.district(HERE)}"
    assert spoken.headline(Gift(OCC, 1)) == spoken.order(Gift(OCC, 1))


@pytest.mark.parametrize("code", list(Code))
def test_every_fault_has_its_two_short_lines_and_its_mend(code: Code) -> None:
    catalog = Catalog()
    assert catalog.has(f"city-off-{code.value}")
    assert catalog.has(f"refusal-{code.value}-mend")


def test_a_cause_is_called_by_the_card_it_stands_on() -> None:
    spoken = words()
    expected = {
        "quiet_streets": "Quiet Streets",
        "janus_intrusion": "Janus Intrusion",
        "smile_commons": "Smile Commons",
        "swift_hands": "Swift Hands",
        "mural": "Mural",
        "pledge": "Pledge",
        "showcase": "Showcase",
    }
    assert {cause: spoken.cause(cause) for cause in expected} == expected
    assert spoken.cause("tension").startswith("Tension")
