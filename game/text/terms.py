"""The names of the ruleset's things in the player's language, by their keys and without a match."""

from collections.abc import Container

from game.rules.basics import Price
from game.rules.change import ANY_FACILITY, ANY_ORDER
from game.rules.ids import Wealth
from game.rules.orders import PRESSING
from game.rules.ruleset import Ruleset
from game.text.catalog import Catalog

SHARED_VERBS = (
    *(verb for verb in PRESSING if verb != "unique"),
    "build",
    "travel",
    "motion",
    "ballot",
    "gift",
    "close",
)
"""The verbs every faction has: those of leaders, then those that need none."""

_CARDS = {"laws-": "law", "events-": "event", "names-landmark-": "landmark", "traits-": "trait"}
_GROUPS = (ANY_ORDER, ANY_FACILITY, "unique")


class Terms:
    """Looks names up under `names-KIND-KEY`, the cards' under `KIND-KEY`."""

    def __init__(self, catalog: Catalog, ruleset: Ruleset) -> None:
        self.catalog = catalog
        self.ruleset = ruleset
        factions = ruleset.factions.values()
        self._facilities = {rule.key for faction in factions for rule in faction.facilities}
        self._shelves: tuple[tuple[str, Container[str]], ...] = (
            ("names-verb-", {*SHARED_VERBS, *(faction.unique.key for faction in factions)}),
            ("names-facility-", self._facilities),
            ("laws-", ruleset.laws),
            ("events-", ruleset.events),
            ("names-landmark-", ruleset.landmarks),
            ("traits-", {trait.key for faction in factions for trait in faction.traits.values()}),
        )

    def faction(self, key: str, *, short: bool = False) -> str:
        """A faction's name, or its letters."""
        return self.catalog.say(f"names-faction-{key}-short" if short else f"names-faction-{key}")

    def leader(self, key: str) -> str:
        """A leader's name."""
        return self.catalog.say(f"names-leader-{key}")

    def verb(self, key: str) -> str:
        """The name of a shared verb or of a faction's own."""
        return self.catalog.say(f"names-verb-{key}")

    def facility(self, kind: str) -> str:
        """A facility's name."""
        return self.catalog.say(f"names-facility-{kind}")

    def landmark(self, key: str) -> str:
        """A landmark's name."""
        return self.catalog.say(f"names-landmark-{key}")

    def part(self, kind: str) -> str:
        """A kind of Sanctuary parts."""
        return self.catalog.say(f"names-part-{kind}")

    def axis(self, axis: str) -> str:
        """An axis of laws."""
        return self.catalog.say(f"names-axis-{axis}")

    def wealth(self, step: int) -> str:
        """How well off a district is: underserved, mixed or affluent."""
        return self.catalog.say(f"names-wealth-{Wealth(step).name.lower()}")

    def law(self, key: str) -> str:
        """A law's name."""
        return self.catalog.say(f"laws-{key}")

    def event(self, key: str) -> str:
        """An event's name."""
        return self.catalog.say(f"events-{key}")

    def mandate(self, key: str) -> str:
        """A mandate's name."""
        return self.catalog.say(f"mandates-{key}")

    def trait(self, key: str) -> str:
        """The name of a leader's trait."""
        return self.catalog.say(f"traits-{key}")

    def cause(self, cause: str) -> str:
        """What a ledger names as a cause or source: a card, a verb, a facility, or what a city does by itself."""
        opening = next((opening for opening, known in self._shelves if cause in known), "ledger-cause-")
        return self.catalog.say(f"{opening}{cause}")

    def kind(self, cause: str) -> str:
        """What kind of card the cause is: law, event, landmark or trait; empty for anything else."""
        opening = next((opening for opening, known in self._shelves if cause in known), "")
        return _CARDS.get(opening, "")

    def doer(self, cause: str) -> str:
        """The cause of a change: a verb, a facility, or a group of them."""
        return self.catalog.say(f"effects-every-{cause}") if cause in _GROUPS else self.cause(cause)

    def is_facility(self, cause: str) -> bool:
        """Whether the cause is a kind of facility of any faction."""
        return cause in self._facilities

    def price(self, price: Price) -> str:
        """A price in words, e.g. `2 credits, 3 voice`; says so when it is free."""
        parts = [
            self.catalog.say(f"ledger-{currency}", amount=amount)
            for currency, amount in (("credits", price.credits), ("voice", price.voice))
            if amount
        ]
        return self.listed(parts) or self.catalog.say("ledger-free")

    def listed(self, parts: list[str]) -> str:
        """The parts with commas between."""
        return self.catalog.say("ledger-comma").join(parts)

    def either(self, parts: list[str]) -> str:
        """The parts with the word for *or* between."""
        return self.catalog.say("ledger-or").join(parts)


def sentence(words: str) -> str:
    """The words with a capital at the beginning."""
    return words[:1].upper() + words[1:]
