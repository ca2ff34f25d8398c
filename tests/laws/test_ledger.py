"""The ledger explains the state: what stood before and all its entries make what stands after (rule 12)."""

from collections import Counter

import pytest
from hypothesis import given

from game.rules.ledger import (
    Announced,
    Blamed,
    Built,
    Closed,
    Contested,
    Dealt,
    Decayed,
    Decided,
    Docketed,
    Earned,
    Ended,
    Entry,
    Fractured,
    Fulfilled,
    Given,
    Happened,
    Joined,
    Lapsed,
    Moved,
    Paid,
    Pledged,
    Proposed,
    Refunded,
    Scored,
    Shifted,
)
from game.rules.resolve import resolve
from tests.laws.positions import few, positions, reached


@pytest.fixture(scope="module")
def told():
    """Positions already played, so that each law below reads the same turns."""
    known = {}

    def play(position):
        if position not in known:
            board, state, slates = reached(*position)
            ledger: list[Entry] = []
            known[position] = (state.public, ledger, resolve(board, state, slates, ledger).public, board)
        return known[position]

    return play


@few
@given(position=positions)
def test_need_lean_and_unrest(told, position):
    before, ledger, after, _ = told(position)
    moved: Counter[tuple[str, int]] = Counter()
    for entry in ledger:
        if isinstance(entry, Shifted):
            moved[entry.subject, entry.district] += entry.amount
    for index, (old, new) in enumerate(zip(before.districts, after.districts, strict=True)):
        for subject in ("need", "lean", "unrest"):
            assert getattr(old, subject) + moved[subject, index] == getattr(new, subject)


@few
@given(position=positions)
def test_support(told, position):
    before, ledger, after, _ = told(position)
    support = [list(district.support) for district in before.districts]
    for entry in ledger:
        if isinstance(entry, Contested):
            assert entry.before == tuple(support[entry.district])
            support[entry.district] = list(entry.after)
        elif isinstance(entry, Decayed):
            held = support[entry.district]
            support[entry.district] = [old - lost for old, lost in zip(held, entry.lost, strict=True)]
    assert [tuple(held) for held in support] == [district.support for district in after.districts]


@few
@given(position=positions)
def test_purses(told, position):
    before, ledger, after, _ = told(position)
    credit_changes: Counter[int] = Counter()
    voice_changes: Counter[int] = Counter()
    for entry in ledger:
        if isinstance(entry, Paid):
            credit_changes[entry.seat] -= entry.credits
            voice_changes[entry.seat] -= entry.voice
        elif isinstance(entry, Earned):
            (credit_changes if entry.currency == "credits" else voice_changes)[entry.seat] += entry.amount
        elif isinstance(entry, Given):
            for seat, sign in ((entry.seat, -1), (entry.to, 1)):
                credit_changes[seat] += sign * entry.credits
                voice_changes[seat] += sign * entry.voice
    for index, (old, new) in enumerate(zip(before.seats, after.seats, strict=True)):
        assert old.credits + credit_changes[index] == new.credits
        assert old.voice + voice_changes[index] == new.voice


@few
@given(position=positions)
def test_legacy_and_blame(told, position):
    before, ledger, after, _ = told(position)
    legacy: Counter[int] = Counter()
    blame: Counter[int] = Counter()
    for entry in ledger:
        if isinstance(entry, Scored | Fulfilled):
            legacy[entry.seat] += entry.amount
        elif isinstance(entry, Blamed):
            blame[entry.seat] += entry.amount
    for index, (old, new) in enumerate(zip(before.seats, after.seats, strict=True)):
        assert old.legacy + legacy[index] == new.legacy
        assert old.blame + blame[index] == new.blame


@few
@given(position=positions)
def test_parts_and_stakes(told, position):
    before, ledger, after, board = told(position)
    kinds = board.ruleset.part_kinds
    pledged = [entry for entry in ledger if isinstance(entry, Pledged)]
    for index, (old, new) in enumerate(zip(before.districts, after.districts, strict=True)):
        here = [entry for entry in pledged if entry.district == index]
        if new.site is None:
            assert old.site is None
            assert not here
            continue
        for place, kind in enumerate(kinds):
            given_now = sum(entry.amount for entry in here if entry.kind == kind)
            assert new.site.parts[place] == (old.site.parts[place] if old.site else 0) + given_now
        for seat in board.all_seats:
            staked = sum(entry.amount for entry in here if entry.seat == seat)
            assert new.site.stakes[seat] == (old.site.stakes[seat] if old.site else 0) + staked


@few
@given(position=positions)
def test_what_stands(told, position):
    before, ledger, after, _ = told(position)
    standing = [[(f.kind, f.seat) for f in district.facilities] for district in before.districts]
    for entry in ledger:
        if isinstance(entry, Closed):
            standing[entry.district].remove((entry.facility, entry.seat))
        elif isinstance(entry, Built):
            standing[entry.district].append((entry.facility, entry.seat))
    assert standing == [[(f.kind, f.seat) for f in district.facilities] for district in after.districts]


@few
@given(position=positions)
def test_where_leaders_are(told, position):
    before, ledger, after, _ = told(position)
    where = list(before.leaders)
    for entry in ledger:
        if isinstance(entry, Moved):
            assert where[entry.leader] == entry.origin
            where[entry.leader] = entry.district
        elif isinstance(entry, Joined):
            where[entry.leader] = entry.district
    assert tuple(where) == after.leaders


@few
@given(position=positions)
def test_laws_dockets_and_hands(told, position):
    before, ledger, after, _ = told(position)
    in_force = {law.key for law in before.laws}
    hands = [set(seat.hand) for seat in before.seats]
    docket = [bill.law for bill in before.docket]
    renewed: list[str] = []
    for entry in ledger:
        match entry:
            case Decided():
                docket.remove(entry.law)
                in_force |= {entry.law} if entry.passed else set()
            case Lapsed():
                in_force.remove(entry.law)
            case Proposed():
                hands[entry.seat].remove(entry.law)
            case Dealt():
                hands[entry.seat].add(entry.law)
            case Docketed():
                renewed.append(entry.law)
            case _:
                pass
    returned = [e for e in ledger if isinstance(e, Refunded) and e.verb == "motion"]
    now = [set(seat.hand) for seat in after.seats]
    for index, (told_of, hand) in enumerate(zip(hands, now, strict=True)):
        assert len(hand - told_of) == sum(entry.seat == index for entry in returned)
        assert told_of <= hand
    assert in_force == {law.key for law in after.laws}
    assert docket + renewed == [bill.law for bill in after.docket]


@few
@given(position=positions)
def test_events_fracture_and_end(told, position):
    before, ledger, after, board = told(position)
    events = {(event.key, event.turn) for event in before.events}
    events |= {(entry.event, entry.turn) for entry in ledger if isinstance(entry, Announced)}
    assert {(event.key, event.turn) for event in after.events} <= events
    begun = [entry.event for entry in ledger if isinstance(entry, Happened)]
    assert begun == [event.key for event in before.events if event.turn == before.turn]
    (measured,) = [entry for entry in ledger if isinstance(entry, Fractured)]
    assert (measured.before, measured.after) == (before.fracture, after.fracture)
    ended = [entry.outcome for entry in ledger if isinstance(entry, Ended)]
    assert ended == ([after.outcome] if after.outcome else [])
    assert after.outcome or after.turn == before.turn + 1 <= board.length.turns
