import msgspec
import pytest

from game.rules.ids import Seat
from game.rules.state import UNKNOWN, Secret, Site
from game.rules.view import View, apply, diff, public_hash, state_hash, state_of, view_of
from tests.support.matches import after, district, line, match


def test_a_view_holds_nothing_of_the_secret():
    _, state = line()
    own = state.secret.mandates[1]
    other = msgspec.structs.replace(state, secret=Secret(123456789, (("x",), own, ("y",))))
    assert view_of(state, Seat(1)) == view_of(other, Seat(1))
    assert view_of(state, Seat(1)).mandates == own
    assert view_of(state, Seat(-1)).mandates == ()
    assert state_hash(state) != state_hash(other)


def test_equal_views_have_an_empty_patch():
    _, state = line()
    assert diff(view_of(state, Seat(0)), view_of(state, Seat(0))) == {}


def test_a_patch_goes_over_the_wire():
    board, state = match()
    old, new = view_of(state, Seat(0)), view_of(after(board, state, 3, 1), Seat(0))
    wired = msgspec.msgpack.decode(msgspec.msgpack.encode(diff(old, new)), type=dict[int, object])
    assert apply(old, wired) == new


@pytest.mark.parametrize("patch", [{9: 1}, {1: {0: {0: 1}}}, {1: {99: 1}}])
def test_a_patch_that_points_nowhere_is_refused(patch):
    _, state = line()
    with pytest.raises((ValueError, TypeError), match="snapshot"):
        apply(view_of(state, Seat(0)), patch)


def test_a_patch_with_the_wrong_kind_of_value_is_refused():
    _, state = line()
    with pytest.raises(msgspec.ValidationError):
        apply(view_of(state, Seat(0)), {1: {0: "nine"}})


def test_the_hash_tells_positions_apart():
    board, state = line()
    assert public_hash(state.public) == public_hash(msgspec.structs.replace(state.public))
    assert public_hash(state.public) != public_hash(after(board, state, 1, 1).public)


def test_views_of_two_seats_differ_only_in_the_viewer_and_its_mandates():
    _, state = line()
    theirs = view_of(state, Seat(2)).mandates
    patch = {0: 2, 2: dict(enumerate(theirs))}
    assert diff(view_of(state, Seat(0)), view_of(state, Seat(2))) == patch
    assert isinstance(view_of(state, Seat(0)), View)


def test_a_state_rebuilt_from_a_view_knows_no_seed():
    _, state = line()
    assert state_of(state.public).secret == UNKNOWN


def test_what_was_made_anew_but_is_equal_is_not_in_a_patch():
    _, state = line()
    old = view_of(state, Seat(0))
    again = msgspec.msgpack.decode(msgspec.msgpack.encode(old), type=View)
    assert again.public.districts is not old.public.districts
    assert diff(old, again) == {}


def test_a_part_that_comes_or_goes_is_sent_whole():
    _, state = line()
    begun = district(state, 1, site=Site((1, 0, 0), (1, 0, 0), 0))
    old, new = view_of(state, Seat(0)), view_of(begun, Seat(0))
    assert diff(old, new) == {1: {1: {1: {5: [[(1, 0, 0), (1, 0, 0), 0]]}}}}
    assert diff(new, old) == {1: {1: {1: {5: None}}}}
