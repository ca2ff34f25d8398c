from server.disk.commit_pace import LONGEST_COUNTED, QUICK, CommitPace


def after(*commits: float) -> CommitPace:
    pace = CommitPace()
    for seconds in commits:
        pace.note(seconds)
    return pace


def commits_until(pace: CommitPace, seconds: float, *, quick: bool) -> int:
    for count in range(1000):
        if pace.is_quick is quick:
            return count
        pace.note(seconds)
    raise AssertionError("never")


def test_a_disk_nothing_is_known_of_is_taken_for_slow() -> None:
    assert not CommitPace().is_quick


def test_a_few_dozen_quick_commits_make_it_quick() -> None:
    assert 16 < commits_until(CommitPace(), QUICK / 10, quick=True) < 64


def test_it_stays_quick_as_long_as_commits_are() -> None:
    pace = after(*[QUICK / 2] * 1000)
    assert pace.is_quick


def test_a_slow_disk_never_is() -> None:
    assert not after(*[QUICK * 1.1] * 1000).is_quick


def test_one_that_takes_long_is_noticed_at_once() -> None:
    pace = after(*[QUICK / 10] * 1000)
    pace.note(LONGEST_COUNTED)
    assert not pace.is_quick


def test_however_long_it_took_a_few_dozen_outweigh_it() -> None:
    pace = after(*[QUICK / 10] * 1000)
    pace.note(60.0)
    assert commits_until(pace, QUICK / 10, quick=True) < 64
