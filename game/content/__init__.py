"""Content and balance numbers as TOML, checked when they are loaded."""

from game.content.fault import ContentError
from game.content.loading import load, ruleset

__all__ = ["ContentError", "load", "ruleset"]
