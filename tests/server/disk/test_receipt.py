import asyncio

import pytest

from server.disk.journal import StorageError
from server.disk.receipt import Receipt


async def test_who_waits_is_called_at_once_with_the_receipt() -> None:
    receipt = Receipt()
    called: list[Receipt] = []
    receipt.add_done_callback(called.append)
    receipt.add_done_callback(called.append)
    assert (receipt.done(), called) == (False, [])
    receipt.settle()
    assert (receipt.done(), called) == (True, [receipt, receipt])
    receipt.result()


async def test_why_it_is_not_stored_is_raised() -> None:
    receipt = Receipt()
    receipt.settle(StorageError("full"))
    with pytest.raises(StorageError, match="full"):
        receipt.result()
    with pytest.raises(StorageError, match="full"):
        await receipt


async def test_there_is_no_result_before() -> None:
    with pytest.raises(asyncio.InvalidStateError):
        Receipt().result()


@pytest.mark.parametrize("error", [None, StorageError("full")])
async def test_it_can_be_awaited(error: StorageError | None) -> None:
    receipt = Receipt()
    asyncio.get_running_loop().call_soon(receipt.settle, error)
    (result,) = await asyncio.gather(receipt, return_exceptions=True)
    assert result is error
    assert receipt.done()


async def test_one_who_no_longer_waits_is_no_harm() -> None:
    receipt = Receipt()

    async def wait() -> None:
        await receipt

    waiting = asyncio.create_task(wait())
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.sleep(0)
    receipt.settle()
    assert waiting.cancelled()


async def test_one_who_fails_keeps_nobody_else_waiting() -> None:
    receipt, told = Receipt(), []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: told.append(context["exception"]))

    def fail(_receipt: Receipt) -> None:
        raise ValueError("a bug")

    called: list[Receipt] = []
    receipt.add_done_callback(fail)
    receipt.add_done_callback(called.append)
    receipt.settle()
    assert (called, [str(fault) for fault in told]) == ([receipt], ["a bug"])
