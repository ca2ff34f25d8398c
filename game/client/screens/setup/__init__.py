"""The match set-up: map, seats, length, timer. One screen for playing alone and for hosting."""
