import sys
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from time import perf_counter
from typing import cast

import pytest

from game.lab.load.load import LoadError
from game.lab.load.stalls import Look, Witnessed, witnessed
from game.lab.load.witness import Witness, a_witness, look, watch

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a witness")


class Machine:
    """A thread's two clocks: work moves both, waiting for a core only that on the wall."""

    def __init__(self) -> None:
        self.wall = self.cpu = 0.0
        self.speed = 1.0

    def work(self) -> None:
        self.wall += 0.0002 / self.speed
        self.cpu += 0.0002 / self.speed

    def preempted(self) -> None:
        self.work()
        self.wall += 0.050

    def look(self, *, preempted: bool = False) -> Look:
        self.wall += 0.005
        piece = self.preempted if preempted else self.work
        return look(piece, lambda: self.wall, lambda: self.cpu)


def test_a_machine_that_works_slower_is_noticed() -> None:
    machine = Machine()
    found = [machine.look() for _ in range(10)]
    machine.speed = 1 / 12
    found += [machine.look() for _ in range(4)]
    machine.speed = 1.0
    found += [machine.look() for _ in range(10)]
    (stall,) = witnessed(found).stalls
    assert (stall.begin, stall.end) == (found[9].begin, found[14].end)


def test_being_preempted_is_not_noticed() -> None:
    machine = Machine()
    found = [machine.look(preempted=number % 3 == 0) for number in range(20)]
    assert max(one.end - one.begin for one in found) > 0.05
    assert witnessed(found).stalls == ()


def test_a_piece_of_work_takes_cpu() -> None:
    found = look()
    assert found.cpu > 0
    assert found.end > found.begin


class Script:
    """The pipe of a witness that is told to end after so many looks."""

    def __init__(self, looks: int) -> None:
        self.left = looks - 1
        self.said: list[Witnessed | None] = []

    def send(self, words: Witnessed | None) -> None:
        self.said.append(words)

    def recv(self) -> None:
        """Nothing is said but that it is time."""

    def poll(self, _seconds: float) -> bool:
        self.left -= 1
        return self.left < 0


def test_arithmetic_that_is_slowed_is_handed_back_as_a_stall() -> None:
    machine, pipe = Machine(), Script(20)

    def slowed() -> Look:
        machine.speed = 1 / 12 if 8 <= pipe.left < 12 else 1.0
        return machine.look()

    watch(cast("Connection", pipe), slowed)
    ready, found = pipe.said
    assert ready is None
    assert found is not None
    (stall,) = found.stalls
    pieces, pauses = 4 * 12 + 2, 5
    assert stall.end - stall.begin == pytest.approx(pieces * 0.0002 + pauses * 0.005)
    assert stall.end < found.seconds


def test_a_witness_looks_from_its_begin_to_its_end() -> None:
    with a_witness() as witness:
        assert witness is not None
        start = perf_counter()
        witness.begin()
        found = witness.end()
        passed = perf_counter() - start
    assert 0 <= found.seconds <= passed
    assert all(start <= stall.begin < stall.end <= start + passed for stall in found.stalls)


def test_a_witness_that_is_gone_is_told() -> None:
    own, other = Pipe()
    other.send(None)
    witness = Witness(own)
    witness.begin()
    other.close()
    with pytest.raises(LoadError, match="notices the machine's stalls has ended"):
        witness.end()


def test_a_witness_that_never_begins_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.lab.load.witness._WITHIN", 0.0)
    own, _other = Pipe()
    with pytest.raises(LoadError, match="Mend: try again"):
        Witness(own).begin()


def test_a_witness_whose_load_is_gone_ends() -> None:
    own, other = Pipe()
    own.close()
    watch(other)


def test_elsewhere_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.lab.load.witness.IS_THERE", False)
    with a_witness() as witness:
        assert witness is None
