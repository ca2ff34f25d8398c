"""The settings: looks, motion, name, keys."""
