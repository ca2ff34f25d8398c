import pytest

from game.lab.load.stalls import AFTERMATH, SLOW, Look, Stall, Witnessed, undisturbed, witnessed

PAUSE, PIECE = 0.005, 0.0002


def looks(*times: float) -> list[Look]:
    """One after another; each piece takes so many times what is usual."""
    found, now = [], 100.0
    for usual in times:
        found.append(Look(now, now + usual * PIECE, usual * PIECE))
        now = found[-1].end + PAUSE
    return found


def test_a_machine_that_goes_on_has_no_stalls() -> None:
    found = looks(1, 1.2, 0.9, SLOW - 0.1, 1)
    assert witnessed(found) == Witnessed(found[-1].end - 100.0, ())


def test_a_stall_goes_from_the_last_good_look_to_the_first_good_one() -> None:
    found = looks(1, 1, 12, 15, 4, 1, 1, 1)
    assert witnessed(found).stalls == (Stall(found[1].begin, found[5].end),)


def test_stalls_with_one_good_look_between_are_one() -> None:
    found = looks(1, 1, 12, 1, 9, 1, 1, 1)
    assert witnessed(found).stalls == (Stall(found[1].begin, found[5].end),)


def test_stalls_with_more_between_are_several() -> None:
    found = looks(1, 1, 12, 1, 1, 9, 1, 1, 1)
    stalls = witnessed(found).stalls
    assert stalls == (Stall(found[1].begin, found[3].end), Stall(found[4].begin, found[6].end))


def test_a_stall_may_be_there_at_the_first_look_and_at_the_last() -> None:
    found = looks(12, 1, 1, 1, 1, 12)
    stalls = witnessed(found).stalls
    assert stalls == (Stall(found[0].begin, found[1].end), Stall(found[4].begin, found[5].end))


def test_a_look_that_took_long_but_little_cpu_is_no_stall() -> None:
    """Somebody else had the core; the thread only waited for its turn."""
    found = [*looks(1, 1, 1, 1), Look(101.0, 101.2, PIECE)]
    assert witnessed(found).stalls == ()


def test_the_share_is_of_the_time_that_was_looked_at() -> None:
    assert Witnessed(10.0, (Stall(1.0, 1.5), Stall(2.0, 2.5))).share == pytest.approx(0.1)
    assert witnessed([]).share == 0


@pytest.mark.parametrize(
    ("since", "now", "is_left"),
    [
        (9.0, 9.99, True),
        (9.0, 10.0, False),
        (9.0, 20.0, False),
        (10.02, 10.03, False),
        (10.1, 10.1 + AFTERMATH * 0.1, False),
        (10.1 + AFTERMATH * 0.1 - 0.01, 11.0, False),
        (10.1 + AFTERMATH * 0.1 + 0.01, 11.0, True),
    ],
)
def test_what_touches_a_stall_or_its_aftermath_is_left_out(since: float, now: float, is_left: bool) -> None:
    left = undisturbed([(now - since) * 1000], [now], [Stall(10.0, 10.1)])
    assert bool(left) is is_left


def test_between_stalls_it_is_calm_once_the_longest_aftermath_is_over() -> None:
    """The short one lies in the aftermath of the long one, which goes on after the short one's own."""
    stalls = [Stall(10.0, 11.0), Stall(11.5, 11.6), Stall(20.0, 20.1)]
    ended = [12.5, 13.5, 20.05, 21.0]
    assert undisturbed([1.0, 2.0, 3.0, 4.0], ended, stalls) == [2.0, 4.0]


def test_without_stalls_nothing_is_left_out() -> None:
    assert undisturbed([1.0, 2.0], [5.0, 6.0], []) == [1.0, 2.0]
