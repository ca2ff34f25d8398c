"""What must hold of resolution in every position, whoever plays (rule 12)."""

import json
import os
import subprocess
import sys

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from game.rules.forecast import forecast
from game.rules.ids import Seat
from game.rules.ledger import Entry
from game.rules.orders import Campaign, Slate
from game.rules.resolve import resolve
from game.rules.setup import Setting
from game.rules.state import Match, State
from game.rules.view import apply, diff, public_hash, state_hash, view_of
from tests.laws.positions import few, positions, reached
from tests.support.matches import after, match


@few
@given(positions)
def test_the_input_is_never_changed(position):
    board, state, slates = reached(*position)
    before = msgspec.msgpack.encode((state, slates))
    resolve(board, state, slates, [])
    forecast(board, state.public, {Seat(n): slate for n, slate in enumerate(slates)})
    assert msgspec.msgpack.encode((state, slates)) == before


@few
@given(positions)
def test_the_same_position_resolves_to_the_same_bytes_with_or_without_a_ledger(position):
    board, state, slates = reached(*position)
    first = state_hash(resolve(board, state, slates))
    assert first == state_hash(resolve(board, state, slates, []))


@few
@given(positions)
def test_everything_stays_in_its_range(position):
    board, state, slates = reached(*position)
    public = resolve(board, state, slates).public
    economy = board.ruleset.economy
    assert 0 <= public.fracture <= 100
    for district in public.districts:
        assert 0 <= district.need <= 100
        assert -100 <= district.lean <= 100
        assert 0 <= district.unrest <= 10
    for seat in public.seats:
        assert 0 <= seat.credits <= economy.most_credits
        assert 0 <= seat.voice <= economy.most_voice
        assert seat.blame >= 0
        assert len(seat.hand) <= board.ruleset.council.hand


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
def test_no_law_is_in_two_places_and_no_axis_has_two_laws(position):
    board, state, slates = reached(*position)
    public = resolve(board, state, slates).public
    held = [law for seat in public.seats for law in seat.hand]
    placed = [
        *held,
        *(law.key for law in public.laws),
        *(bill.law for bill in (*public.docket, *public.moved)),
    ]
    assert len(placed) == len(set(placed))
    for keys in ([law.key for law in public.laws], [bill.law for bill in public.docket]):
        axes = [board.ruleset.laws[key].axis for key in keys]
        assert len(axes) == len(set(axes))


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


def told_and_resolved(board, state, slates: list[Slate]):
    """A forecast with all slates known, the resolution, and its ledger up to where the forecast stops."""
    seen = forecast(board, state.public, {Seat(n): slate for n, slate in enumerate(slates)})
    ledger: list[Entry] = []
    resolved = resolve(board, state, slates, ledger)
    return seen, resolved, tuple(ledger[: len(seen.ledger)])


@few
@given(positions)
def test_a_forecast_with_all_slates_known_is_the_resolution(position):
    board, state, slates = reached(*position)
    seen, resolved, told = told_and_resolved(board, state, slates)
    # A sundered city ends inside phase 12 and reveals the mandates, which no forecast knows.
    if resolved.public.outcome is None or not resolved.public.outcome.sundered:
        assert seen.ledger == told
    assert seen.public.districts == resolved.public.districts
    assert seen.public.fracture == resolved.public.fracture
    assert [s.galas for s in seen.public.seats] == [s.galas for s in resolved.public.seats]
    if resolved.public.outcome is None:
        assert [s.legacy for s in seen.public.seats] == [s.legacy for s in resolved.public.seats]
        assert {law.key for law in resolved.public.laws} <= {law.key for law in seen.public.laws}


@few
@given(positions)
def test_one_more_campaign_never_lowers_ones_own_support_there(position):
    board, state, slates = reached(*position)
    busy = {order.leader for order in slates[0] if hasattr(order, "leader")}
    for leader in board.leaders_of(Seat(0)):
        where = state.public.leaders[leader]
        spoken = any(isinstance(order, Campaign) and order.district == where for order in slates[0])
        if where < 0 or leader in busy or spoken:
            continue
        more = [(*slates[0], Campaign(leader, where)), *slates[1:]]
        quiet, loud = resolve(board, state, slates), resolve(board, state, more)
        assert loud.public.districts[where].support[0] >= quiet.public.districts[where].support[0]


@settings(max_examples=12, deadline=None)
@given(st.sampled_from(("free", "common_cause")), st.sampled_from(("gentle", "harsh")), st.integers(0, 2**31))
def test_every_mode_and_temper_plays_to_an_end(mode, temper, seed):
    board, state = match(seed=seed, length="short", setting=Setting(mode, temper))
    last = after(board, state, board.length.turns, seed).public
    assert last.outcome is not None
    assert last.outcome.sundered == (last.fracture >= board.ruleset.fracture.sundered_at)
    assert last.outcome.sundered or last.turn == board.length.turns


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
