"""Sockets: the one port, its limits, and the way of a frame to the host and back."""
