import pytest

from game.cli.running import run_async
from game.client.launcher import LaunchError


async def fails(error: BaseException) -> None:
    raise error


@pytest.mark.parametrize(
    "error",
    [
        LaunchError("the port is taken"),
        BaseExceptionGroup("several", [BaseExceptionGroup("inner", [OSError("the port is taken")])]),
    ],
)
def test_what_the_world_did_wrong_is_one_line(
    error: BaseException, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        run_async(fails(error))
    assert ended.value.code == 2
    assert capsys.readouterr().err == "neo-sanctum: the port is taken\n"


def test_a_bug_is_not_hidden() -> None:
    with pytest.raises(ZeroDivisionError):
        run_async(fails(ZeroDivisionError()))
    with pytest.raises(BaseExceptionGroup):
        run_async(fails(BaseExceptionGroup("both", [OSError("x"), ZeroDivisionError()])))


def test_an_interrupt_is_status_130(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run_async(fails(KeyboardInterrupt()))
    assert ended.value.code == 130
    assert capsys.readouterr().err == "\n"


def test_a_reader_who_went_away_is_no_fault_of_ours() -> None:
    with pytest.raises(BrokenPipeError):
        run_async(fails(BaseExceptionGroup("one", [BrokenPipeError()])))
