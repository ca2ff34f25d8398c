"""Content and balance numbers as TOML, checked when they are loaded."""

from game.content.loading import ContentError, load, ruleset

__all__ = ["ContentError", "load", "ruleset"]
