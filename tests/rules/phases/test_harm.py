import pytest

from game.rules.ids import District
from game.rules.ledger import Blamed, Shifted
from game.rules.state import Happening, Law
from game.rules.turn import NOBODY
from tests.support.matches import SRA, line, of, played, public

D = District


def struck(key, where, **changes):
    board, state = line()
    events = (Happening(key, D(where), 2, answered=False),)
    _, ledger = played(board, public(state, turn=2, events=events, **changes))
    return ledger


def told(ledger, cause):
    return [(e.subject, e.district, e.amount) for e in of(ledger, Shifted, cause=cause, seat=NOBODY)]


def test_harm_falls_here_and_next_door():
    assert told(struck("smilescape_malfunction", 2), "smilescape_malfunction") == [
        ("unrest", D(2), 1),
        ("need", D(2), 15),
        ("unrest", D(1), 1),
        ("need", D(1), 5),
        ("unrest", D(3), 1),
        ("need", D(3), 5),
    ]


def test_nobody_is_blamed():
    assert not of(struck("protest_march", 0), Blamed)


@pytest.mark.parametrize(("key", "lean", "taken"), [("holo_cam_expose", -5, 2), ("mirror_fever", 12, -6)])
def test_a_law_takes_its_part_off_rounded_down(key, lean, taken):
    ledger = struck(key, 2, laws=(Law("transparent_health_data", 9, SRA),))
    assert ("lean", D(2), lean) in told(ledger, key)
    assert ("lean", D(2), taken) in told(ledger, "transparent_health_data")


def test_an_opportunity_has_none():
    assert told(struck("healing_ritual", 0), "healing_ritual") == []
