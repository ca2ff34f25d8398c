"""The official cities that are made by scripts: one plan a city, drawn with the game's own generator."""

from files import Output

from cities import old_harbour, reconciliation, ring, skyline, two_rivers
from cities.drawing import make_city

PLANS = (old_harbour.plan, two_rivers.plan, skyline.plan, ring.plan, reconciliation.plan)
"""What makes each plan."""


def make(output: Output) -> None:
    """Write every city."""
    for plan in PLANS:
        make_city(plan(), output)
