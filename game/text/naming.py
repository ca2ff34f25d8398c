"""The names of a match's things in the player's language: who, what, where."""

from game.rules.basics import Price
from game.rules.board import Board
from game.rules.ids import RESIDENTS, District, Leader, Seat
from game.rules.orders import PRESSING
from game.text.catalog import Catalog

SHARED_VERBS = (*(verb for verb in PRESSING if verb != "unique"), "build", "travel")


class Names:
    """Looks names up under `names-KIND-KEY`; districts are called as their map calls them."""

    def __init__(self, catalog: Catalog, board: Board) -> None:
        self.catalog = catalog
        self.board = board

    def faction(self, seat: Seat, *, short: bool = False) -> str:
        """A seat's faction, with its chapter's number where it sits more than once; or the residents."""
        ending = "-short" if short else ""
        if seat == RESIDENTS:
            return self.catalog.say(f"names-faction-residents{ending}")
        sitting = self.board.match.seating[seat]
        name = self.catalog.say(f"names-faction-{sitting.faction}{ending}")
        twice = sum(other.faction == sitting.faction for other in self.board.match.seating) > 1
        return (
            self.catalog.say("names-chapter", faction=name, chapter=str(sitting.chapter)) if twice else name
        )

    def leader(self, leader: Leader) -> str:
        """A leader's name."""
        return self.catalog.say(f"names-leader-{self.board.leaders[leader].key}")

    def place(self, district: District) -> str:
        """A district's title."""
        return self.board.city.districts[district].title

    def verb(self, seat: Seat, verb: str) -> str:
        """A verb's name; the seat's own for `unique`."""
        key = self.board.factions[seat].unique.key if verb == "unique" else verb
        return self.catalog.say(f"names-verb-{key}")

    def facility(self, kind: str) -> str:
        """A facility's name."""
        return self.catalog.say(f"names-facility-{kind}")

    def cause(self, cause: str) -> str:
        """What the ledger names as a cause: a verb, a facility, or what a city does by itself."""
        if cause in SHARED_VERBS or any(cause == faction.unique.key for faction in self.board.factions):
            return self.catalog.say(f"names-verb-{cause}")
        if self.is_facility(cause):
            return self.facility(cause)
        return self.catalog.say(f"ledger-cause-{cause}")

    def is_facility(self, cause: str) -> bool:
        """Whether the cause is a kind of facility of this match."""
        return any(cause in rules for rules in self.board.facility_rules)

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
