"""For those who run the server, while it runs: a socket on this machine, and the command that speaks to it."""
