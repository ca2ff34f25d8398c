"""How often Python looks for cycles of objects that hold each other: it took a tenth of a turn, and finds few here."""

import gc

THRESHOLDS = (20_000, 20, 50)
"""Objects made before the young ones are looked at, and how often the older ones are along."""


def look_rarely() -> None:
    """Set what start-up made aside for good, and look at the rest rarely. Call it when the server is ready."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*THRESHOLDS)
