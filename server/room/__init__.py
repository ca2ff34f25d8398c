"""A room as a pure machine: seats, the people in them, the match they play; messages and ticks in, effects out."""
