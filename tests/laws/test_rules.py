"""What must hold in every position, whoever plays (rule 12)."""

import json
import os
import subprocess
import sys
from itertools import permutations

import msgspec
from hypothesis import given, note, settings
from hypothesis import strategies as st

from game.rules.forecast import forecast
from game.rules.ids import District, FactionKey, Leader, Seat
from game.rules.ledger import Contested, Decayed, Earned, Entry, Paid, Scored, Shifted
from game.rules.notation import slate_text
from game.rules.orders import Build, Campaign, Forum, Order, Slate, Unique
from game.rules.resolve import resolve
from game.rules.state import Match, Outcome, Sitting, State
from game.rules.view import apply, diff, public_hash, state_hash, view_of
from tests.support import matches
from tests.support.matches import THREE, after, match, random_slates

positions = st.tuples(st.integers(0, 23), st.integers(0, 2**31))
D0 = District(0)
few = settings(max_examples=25, deadline=None)


def reached(turns: int, seed: int, **asked):
    """A position that random play reaches, still open, and legal slates for it."""
    board, state = match(seed=seed, **asked)
    for length in range(turns, -1, -1):
        candidate = after(board, state, length, seed)
        if candidate.public.outcome is None:
            slates = random_slates(board, candidate.public, seed + 1)
            for slate in slates:
                note(slate_text(board, slate))
            return board, candidate, slates
    raise AssertionError("a new match is over before it began")


@few
@given(positions)
def test_the_input_is_never_changed(position):
    board, state, slates = reached(*position)
    before = msgspec.msgpack.encode((state, slates))
    resolve(board, state, slates, [])
    assert msgspec.msgpack.encode((state, slates)) == before


@few
@given(positions)
def test_the_same_position_resolves_to_the_same_bytes(position):
    board, state, slates = reached(*position)
    assert state_hash(resolve(board, state, slates)) == state_hash(resolve(board, state, slates))


@few
@given(positions)
def test_everything_stays_in_its_range(position):
    board, state, slates = reached(*position)
    public = resolve(board, state, slates).public
    assert 0 <= public.fracture <= 100
    for district in public.districts:
        assert 0 <= district.need <= 100
        assert -100 <= district.lean <= 100
        assert 0 <= district.unrest <= 10
        assert min(district.support) >= 0
        assert sum(district.support) <= 1000
    for seat in public.seats:
        assert 0 <= seat.credits <= 40
        assert 0 <= seat.voice <= 20


@few
@given(positions)
def test_slots_are_never_overfilled(position):
    board, state, slates = reached(*position)
    public = resolve(board, state, slates).public
    for slots, district in zip(board.slots, public.districts, strict=True):
        assert len(district.facilities) <= slots
        assert len({(f.seat, f.kind) for f in district.facilities}) == len(district.facilities)


@few
@given(positions)
def test_save_and_load_is_an_identity(position):
    board, state, _ = reached(*position)
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(state), type=State) == state
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(board.match), type=Match) == board.match


@few
@given(positions)
def test_view_and_patch_make_the_next_view(position):
    board, state, slates = reached(*position)
    old, new = view_of(state, Seat(1)), view_of(resolve(board, state, slates), Seat(1))
    patch = msgspec.msgpack.decode(msgspec.msgpack.encode(diff(old, new)), type=dict[int, object])
    assert apply(old, patch) == new
    assert public_hash(apply(old, patch).public) == public_hash(new.public)


@few
@given(positions)
def test_a_forecast_with_all_slates_known_is_the_resolution(position):
    board, state, slates = reached(*position)
    seen = forecast(board, state.public, {Seat(n): slate for n, slate in enumerate(slates)})
    ledger: list[Entry] = []
    resolved = resolve(board, state, slates, ledger)
    assert seen.ledger == tuple(ledger[: len(seen.ledger)])
    assert seen.public.districts == resolved.public.districts
    assert [s.legacy for s in seen.public.seats] == [s.legacy for s in resolved.public.seats]
    assert seen.public.fracture == resolved.public.fracture


@few
@given(positions)
def test_the_ledger_tells_every_change(position):
    board, state, slates = reached(*position)
    ledger: list[Entry] = []
    now = resolve(board, state, slates, ledger).public
    changed: dict[tuple[str, int], int] = {}
    for entry in ledger:
        if isinstance(entry, Shifted):
            key = (entry.subject, int(entry.district))
        elif isinstance(entry, Earned):
            key = (entry.currency, int(entry.seat))
        elif isinstance(entry, Scored):
            key = ("legacy", int(entry.seat))
        else:
            continue
        changed[key] = changed.get(key, 0) + entry.amount
    for index, (old, new) in enumerate(zip(state.public.districts, now.districts, strict=True)):
        for subject in ("need", "lean", "unrest"):
            assert getattr(new, subject) - getattr(old, subject) == changed.get((subject, index), 0)
        support = list(old.support)
        for entry in ledger:
            if isinstance(entry, Contested) and entry.district == index:
                assert entry.before == tuple(support)
                support = list(entry.after)
            elif isinstance(entry, Decayed) and entry.district == index:
                support = [held - lost for held, lost in zip(support, entry.lost, strict=True)]
        assert tuple(support) == new.support
    for index, (was, has) in enumerate(zip(state.public.seats, now.seats, strict=True)):
        paid = sum(e.credits for e in ledger if isinstance(e, Paid) and e.seat == index)
        assert has.credits - was.credits == changed.get(("credits", index), 0) - paid
        assert has.legacy - was.legacy == changed.get(("legacy", index), 0)


def seen_by(board, state, sittings):
    """What a state says of each sitting, however the seats are numbered."""
    seat_of = {sitting: n for n, sitting in enumerate(board.match.seating)}
    where = {
        (board.match.seating[plan.seat], plan.key): state.public.leaders[n]
        for n, plan in enumerate(board.leaders)
    }
    outcome = state.public.outcome
    return (
        [state.public.seats[seat_of[who]] for who in sittings],
        [
            (d.need, d.lean, d.unrest, [d.support[seat_of[who]] for who in sittings])
            for d in state.public.districts
        ],
        [
            sorted((board.match.seating[f.seat].faction, f.kind, f.ready) for f in d.facilities)
            for d in state.public.districts
        ],
        where,
        [board.match.seating[seat] for seat in state.public.priority],
        outcome and (outcome.sundered, [outcome.places[seat_of[who]] for who in sittings if outcome.places]),
    )


def moved(order: Order, board, other) -> Order:
    """The same order where the seats are numbered otherwise."""
    return msgspec.structs.replace(order, leader=same_leader(order.leader, board, other))


def same_leader(leader: Leader, board, other) -> Leader:
    """The same person of the same chapter on the other board."""
    plan = board.leaders[leader]
    sitting = board.match.seating[plan.seat]
    return next(
        Leader(n)
        for n, candidate in enumerate(other.leaders)
        if candidate.key == plan.key and other.match.seating[candidate.seat] == sitting
    )


def translated(ledger: list[Entry], board, other, order) -> list[bytes]:
    """The entries as the other board numbers seats and leaders, sorted: a multiset that can be compared.

    Seat n of the other board is seat `order[n]` of this one.
    """
    place_of = {old: Seat(new) for new, old in enumerate(order)}
    return sorted(msgspec.msgpack.encode(_translated(entry, board, other, place_of)) for entry in ledger)


def _translated(entry: Entry, board, other, place_of) -> Entry:
    changes: dict[str, object] = {}
    for field in entry.__struct_fields__:
        value = getattr(entry, field)
        if field == "seat":
            changes[field] = place_of.get(value, value)
        elif field == "leader" and value >= 0:
            changes[field] = same_leader(value, board, other)
        elif field in {"pressure", "shield", "before", "after", "lost"} and isinstance(value, tuple):
            changes[field] = tuple(value[old] for old in place_of)
        elif isinstance(value, Outcome):
            places = tuple(value.places[old] for old in place_of) if value.places else ()
            changes[field] = Outcome(value.sundered, places)
    return msgspec.structs.replace(entry, **changes)


CHAPTERS = (
    Sitting(FactionKey("sra"), 1),
    Sitting(FactionKey("sra"), 2),
    Sitting(FactionKey("ca"), 1),
)


@settings(max_examples=16, deadline=None)
@given(
    st.sampled_from((THREE, CHAPTERS)),
    st.integers(1, 12),
    st.integers(0, 2**31),
    st.sampled_from(list(permutations(range(3)))),
)
def test_permuting_the_seats_permutes_the_result_and_the_ledger(sittings, turns, seed, order):
    board, state = match(seating=sittings, seed=seed)
    other, turned = match(seating=[sittings[n] for n in order], seed=seed)
    assert seen_by(board, state, sittings) == seen_by(other, turned, sittings)
    for _ in range(turns):
        if state.public.outcome is not None:
            break
        slates = random_slates(board, state.public, seed)
        permuted: list[Slate] = [tuple(moved(o, board, other) for o in slates[n]) for n in order]
        told: list[Entry] = []
        told_there: list[Entry] = []
        state, turned = resolve(board, state, slates, told), resolve(other, turned, permuted, told_there)
        assert seen_by(board, state, sittings) == seen_by(other, turned, sittings)
        assert translated(told, board, other, order) == translated(told_there, other, other, range(3))


def test_a_crowd_in_one_place_is_told_alike_however_it_is_seated():
    """Three seats with forums, rallies and builds in one district, where several reach a limit together."""
    for order in permutations(range(3)):
        board, state = match(seating=CHAPTERS)
        other, turned = match(seating=[CHAPTERS[n] for n in order])
        crowd = [crowded(each, at) for each, at in ((board, state), (other, turned))]
        slates = [
            (
                Forum(board.leaders_of(who)[0], D0),
                Unique(board.leaders_of(who)[1], D0),
                Build(board.leaders_of(who)[2], D0, "mural" if who == 2 else "free_school"),
            )
            for who in board.all_seats
        ]
        permuted: list[Slate] = [tuple(moved(o, board, other) for o in slates[n]) for n in order]
        told: list[Entry] = []
        told_there: list[Entry] = []
        resolve(board, crowd[0], slates, told)
        resolve(other, crowd[1], permuted, told_there)
        assert translated(told, board, other, order) == translated(told_there, other, other, range(3))


def crowded(board, state):
    """Everybody in district 0, which leans a little and is nearly as excited as rallies make it."""
    there = matches.public(state, leaders=tuple(D0 for _ in board.leaders))
    return matches.district(there, 0, lean=7, unrest=2, facilities=())


@few
@given(positions)
def test_one_more_campaign_never_lowers_ones_own_support_there(position):
    board, state, slates = reached(*position)
    for leader in board.leaders_of(Seat(0)):
        where = state.public.leaders[leader]
        free = all(o.leader != leader for o in slates[0])
        if where < 0 or not free or any(isinstance(o, Campaign) and o.district == where for o in slates[0]):
            continue
        more = [(*slates[0], Campaign(leader, where)), *slates[1:]]
        quiet, loud = resolve(board, state, slates), resolve(board, state, more)
        assert loud.public.districts[where].support[0] >= quiet.public.districts[where].support[0]


HASHING = """
import json, sys
from tests.support.matches import after, match
from game.rules.view import state_hash
board, state = match(seed=5)
print(json.dumps([state_hash(after(board, state, turns, 9)).hex() for turns in (1, 12, 24)]))
"""


def test_hash_seeds_and_processes_do_not_matter():
    hashes = set()
    for seed in ("0", "1", "4242"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        run = subprocess.run(
            [sys.executable, "-c", HASHING], env=environment, capture_output=True, text=True, check=True
        )
        hashes.add(tuple(json.loads(run.stdout)))
    assert len(hashes) == 1
