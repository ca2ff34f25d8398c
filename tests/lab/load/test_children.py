import os
import time
from functools import partial
from multiprocessing.connection import Connection

from game.lab.load.children import started


def answering(number: int, pipe: Connection) -> None:
    pipe.send((number, os.getpid()))
    pipe.recv()


def deaf(pipe: Connection) -> None:
    """Does not care that its pipe is closed."""
    pipe.send((0, os.getpid()))
    time.sleep(60)


def is_there(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_every_process_has_a_pipe_of_its_own_and_none_is_left_over(monkeypatch) -> None:
    monkeypatch.setattr("game.lab.load.children._ENDS_WITHIN", 0.1)
    with started([partial(answering, 7), partial(answering, 8), deaf]) as pipes:
        said = [pipe.recv() for pipe in pipes]
        assert [number for number, _ in said] == [7, 8, 0]
        assert len({os.getpid(), *(pid for _, pid in said)}) == 4
    assert not any(is_there(pid) for _, pid in said)
