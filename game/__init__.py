"""Neo-Sanctum: a multiplayer faction strategy game."""

__version__ = "0.1.0"
