from game.lab.tally import TallyKeeper
from game.rules.ids import District, Leader, Seat
from game.rules.ledger import (
    Built,
    Closed,
    Decided,
    Docketed,
    Entry,
    Finished,
    Founded,
    Fulfilled,
    Given,
    Happened,
    Proposed,
    Refunded,
    Stopped,
)

D, L = District(3), Leader(1)
OCC, NOBODY = Seat(1), Seat(-1)

LEDGER: tuple[Entry, ...] = (
    Built(OCC, L, D, "nanobot_lab", 4),
    Docketed("mural_fund", OCC),
    Proposed(OCC, L, "mural_fund"),
    Decided("mural_fund", OCC, 500, 400, passed=True, until=12),
    Decided("smile_levy", NOBODY, 500, 400, passed=True, until=12),
    Decided("open_clinics", OCC, 300, 400, passed=False, until=0),
    Happened("dry_taps", D, answered=True, seats=(OCC,)),
    Happened("janus_intrusion", D, answered=False, seats=()),
    Founded(D),
    Finished(D, OCC, (0, 12, 6)),
    Fulfilled(OCC, "many_hands", met=True, amount=3000),
    Fulfilled(OCC, "last_word", met=False, amount=0),
    Given(OCC, Seat(0), 2, 0),
    Closed(OCC, D, "nanobot_lab"),
    Refunded(OCC, L, D, "pledge", "condition_unmet", 1, 0),
    Stopped(OCC, 2),
)


def test_every_kind_of_entry_is_counted_once() -> None:
    keeper = TallyKeeper()
    keeper.read(LEDGER)
    tally = keeper.tally()
    assert tally.built == {"nanobot_lab": 1}
    assert tally.docketed == {"mural_fund": 1}
    assert tally.moved == {"mural_fund": 1}
    assert tally.passed == {"mural_fund": 1, "smile_levy": 1}
    assert tally.passed_of_moved == {"mural_fund": 1}
    assert tally.began == {"dry_taps": 1, "janus_intrusion": 1}
    assert tally.answered == {"dry_taps": 1}
    assert (tally.founded, tally.finished) == (1, (2,))
    assert tally.dealt == {"many_hands": 1, "last_word": 1}
    assert tally.met == {"many_hands": 1}
    assert (tally.gifts, tally.closures) == (1, 1)
    assert tally.refunded == {"pledge:condition_unmet": 1}


def test_turns_add_up() -> None:
    keeper = TallyKeeper()
    keeper.read(LEDGER)
    keeper.read(LEDGER)
    assert keeper.tally().passed == {"mural_fund": 2, "smile_levy": 2}
    assert keeper.tally().finished == (2, 2)


def test_an_empty_ledger_counts_nothing() -> None:
    tally = TallyKeeper().tally()
    assert tally.finished == ()
    assert tally.founded == 0
    assert tally.built == {}
