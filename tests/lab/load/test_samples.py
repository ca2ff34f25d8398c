import pytest

from game.lab.load.samples import MOST_ERRORS, Samples, together


def test_samples_of_processes_add_up() -> None:
    one, other = Samples(turns=2, bytes_in=10, seconds=3.0, cpu=1.0), Samples(turns=3, seconds=4.0, cpu=0.5)
    one.took("save", 7.0, 7.002)
    other.took("save", 5.0, 5.004)
    other.took("ready", 6.0, 6.001)
    other.weighed("patch", 400)
    one.refusals["late"] += 1
    other.refusals["late"] += 2
    other.out_of_time = True
    whole = together([one, other])
    assert whole.times == {"save": pytest.approx([2.0, 4.0]), "ready": pytest.approx([1.0])}
    assert whole.ended == {"save": [7.002, 5.004], "ready": [6.001]}
    assert whole.witnessed is None
    assert whole.sizes == {"patch": [400]}
    assert whole.refusals == {"late": 3}
    assert (whole.turns, whole.bytes_in, whole.seconds, whole.cpu) == (5, 10, 4.0, 1.5)
    assert whole.out_of_time


def test_many_failures_are_counted_and_few_are_kept() -> None:
    samples = Samples()
    for number in range(MOST_ERRORS + 5):
        samples.failure(f"room {number}")
    assert (samples.failed, len(samples.errors)) == (MOST_ERRORS + 5, MOST_ERRORS)
