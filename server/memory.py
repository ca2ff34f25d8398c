"""Memory that the process does not need any more, back to the system."""

import ctypes
import sys


def give_back() -> None:
    """Let go of what is free inside the process; some 20 ms for each 100 MB, best done in a thread.

    The allocator of Linux keeps it otherwise, for as long as something small lies behind it. Elsewhere nothing is done.
    """
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:  # musl has none
            trim(0)
