"""The server: rooms that play matches, and the asyncio shell that keeps them on disk and on the wire."""

import os

# Reading maps imports pygame where it is installed; its greeting must not stand in standard output,
# which carries the server's address alone.
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
