"""The end of a match: who won, by what, when it turned, and why."""
