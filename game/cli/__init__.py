"""The command line, and the only place that wires client and server together."""
