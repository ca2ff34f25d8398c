"""A change: what a law, a landmark, an event or a leader's trait does to a named constant (rules 3, 4, 8, 9).

A target is written `constant` or `constant:cause`. The constants are the closed list below; a cause is a
verb, a faction's own verb, a kind of facility, or a group of them. So new cards need no new code.
"""

from typing import Final, Literal

from game.rules.basics import Place, Rule, Signed

Operation = Literal["add", "percent"]

PERCENT: Final = "percent"
ADD: Final = "add"

ANY_ORDER = "order"
"""The cause that stands for whatever a leader does."""
ANY_FACILITY = "facility"
"""The cause that stands for every facility at work."""
BY_ITSELF = "district"
"""The cause that stands for a district left to itself, once a turn."""
INCOME = "income"
"""The cause that stands for the end of a seat's turn, once a turn."""

WITH_CAUSE: dict[str, Operation] = {
    "pressure": PERCENT,
    "need": ADD,
    "unrest": ADD,
    "lean": ADD,
    "middle": ADD,
    "credits": ADD,
    "voice": ADD,
    "price_credits": ADD,
    "price_voice": ADD,
    "parts": ADD,
}
"""Constants that belong to a cause. `need`, `unrest` and `lean` are added to what the cause does where it
acts, `middle` brings lean nearer to 0; `credits` and `voice` are earned by whoever acts; `price_credits`
and `price_voice` change what an order costs, never below 0; `parts` what a pledge gives of a kind."""

PRESSURE: Final = "pressure"
PRICES: Final = ("price_credits", "price_voice")
SIDE_EFFECTS: Final = ("need", "unrest", "lean", "middle", "credits", "voice")
"""The constants that add to what a cause does where it acts, or to what it earns."""

ALONE: dict[str, Operation] = {
    "affinity": ADD,
    "shield": ADD,
    "decay": ADD,
    "reach": ADD,
    "council": ADD,
    "linked_need": ADD,
    "leading": PERCENT,
    "stakes": PERCENT,
    "agenda": PERCENT,
    "harm": PERCENT,
    "tension": PERCENT,
    "upkeep": PERCENT,
}
"""Constants that stand alone. `affinity` in percent points; `shield` in percent points for every own
facility; `decay` permille a turn; `reach` how many links farther a leader acts who starts here; `council`
permille of weight for whoever leads here; `linked_need` what each facility at work does to the need of the
neediest linked district; `leading` what leading here is worth at a Gala; the rest scale what they name."""


class Change(Rule, frozen=True):
    """One change of a constant; with `where` only in that kind of district."""

    target: str
    value: Signed
    where: Place | None = None

    @property
    def constant(self) -> str:
        """The constant without its cause."""
        return self.target.partition(":")[0]

    @property
    def cause(self) -> str:
        """The cause, empty if the constant stands alone."""
        return self.target.partition(":")[2]

    @property
    def operation(self) -> Operation:
        """How the value is applied; a constant has only one way."""
        return WITH_CAUSE.get(self.constant) or ALONE[self.constant]
