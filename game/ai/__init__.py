"""Computer players: each sees a view, never the state, and gives back a legal slate."""
