"""What a host's owner sees and does while it runs: figures, health, and a socket for commands."""
