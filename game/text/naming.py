"""The names of a match's things in the player's language: who, what, where."""

from game.rules.basics import Price
from game.rules.board import Board
from game.rules.ids import RESIDENTS, District, Leader, Seat
from game.text.catalog import Catalog
from game.text.terms import Terms


class Names:
    """Names by number: seats, leaders and districts of one match. `terms` has those that go by key."""

    def __init__(self, catalog: Catalog, board: Board) -> None:
        self.catalog = catalog
        self.board = board
        self.terms = Terms(catalog, board.ruleset)

    def faction(self, seat: Seat, *, short: bool = False) -> str:
        """A seat's faction, with its chapter's number where it sits more than once; or the residents."""
        if seat == RESIDENTS:
            return self.terms.faction("residents", short=short)
        sitting = self.board.match.seating[seat]
        name = self.terms.faction(sitting.faction, short=short)
        twice = sum(other.faction == sitting.faction for other in self.board.match.seating) > 1
        return (
            self.catalog.say("names-chapter", faction=name, chapter=str(sitting.chapter)) if twice else name
        )

    def factions(self, seats: tuple[Seat, ...]) -> str:
        """The factions of several seats, with commas between."""
        return self.listed([self.faction(seat) for seat in seats])

    def is_neutral(self, seat: Seat) -> bool:
        """Whether the seat plays but is not ranked: the city's own third faction where two play (rule 16)."""
        return seat in self.board.match.unranked

    def leader(self, leader: Leader) -> str:
        """A leader's name."""
        return self.terms.leader(self.board.leaders[leader].key)

    def place(self, district: District) -> str:
        """A district's title."""
        return self.board.city.districts[district].title

    def verb(self, seat: Seat, verb: str) -> str:
        """A verb's name; the seat's own for `unique`."""
        return self.terms.verb(self.board.factions[seat].unique.key if verb == "unique" else verb)

    def facility(self, kind: str) -> str:
        """A facility's name."""
        return self.terms.facility(kind)

    def cause(self, cause: str) -> str:
        """What the ledger names as a cause: a card, a verb, a facility, or what a city does by itself."""
        return self.terms.cause(cause)

    def price(self, price: Price) -> str:
        """A price in words, e.g. `2 credits, 3 voice`; says so when it is free."""
        return self.terms.price(price)

    def listed(self, parts: list[str]) -> str:
        """The parts with commas between."""
        return self.terms.listed(parts)
