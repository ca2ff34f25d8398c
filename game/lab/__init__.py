"""Headless matches: who plays, how it went, and what that says about the numbers."""
