"""The server: rooms that play matches, and the asyncio shell that keeps them on disk and on the wire."""
