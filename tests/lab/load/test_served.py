import os
import sys

import pytest

from game.lab.load.load import LoadError
from game.lab.load.served import ServerChild, usage_of
from game.link.address import parse


def test_a_server_runs_as_long_as_it_is_needed() -> None:
    with ServerChild() as server:
        assert parse(server.url).host == "127.0.0.1"
        assert server.fault() == ""
        pid, folder = server.pid, server.folder
        assert folder.is_dir()
    assert not folder.exists()
    assert usage_of(pid).cpu is None


def test_a_server_that_ends_at_once_is_told_with_its_last_words(tmp_path) -> None:
    broken = tmp_path / "broken.py"
    broken.write_text("import sys; sys.exit('no such card')", "utf-8")
    with pytest.raises(LoadError, match="does not begin to listen: no such card"):
        ServerChild(program=(str(broken),)).__enter__()


def test_a_program_that_says_something_else_is_no_server(tmp_path) -> None:
    other = tmp_path / "other.py"
    other.write_text("print('hello', flush=True); import time; time.sleep(60)", "utf-8")
    with pytest.raises(LoadError, match="it said nothing"):
        ServerChild(program=(str(other),)).__enter__()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has /proc")
def test_usage_is_read_of_a_living_process() -> None:
    usage = usage_of(os.getpid())
    assert usage.cpu is not None
    assert usage.cpu > 0
    assert usage.memory is not None
    assert usage.memory > 2**20


def test_usage_of_nobody_is_unknown() -> None:
    assert usage_of(None).cpu is None
    assert usage_of(None).memory is None
