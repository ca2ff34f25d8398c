"""Connections on one side, rooms on the other: the part that waits, sends and stores."""
