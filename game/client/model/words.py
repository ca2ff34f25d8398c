"""The names of a match's things, and its short sentences, in the player's language."""

from collections.abc import Callable

from game.client.theme import RESIDENTS as PEOPLE
from game.client.theme import Banner
from game.rules.board import Board
from game.rules.errors import Fault
from game.rules.ids import RESIDENTS, District, Leader, Seat, Wealth
from game.rules.orders import Build, Order, Travel, verb_of

Saying = Callable[..., str]
"""Words by key: `say(key, **parameters)`."""


class Words:
    """Names by number. `say` is the catalog's; `players` are the names of who sits in each seat, if known."""

    def __init__(self, board: Board, say: Saying) -> None:
        self.board = board
        self.say = say

    def banner(self, seat: Seat) -> Banner:
        """A seat's faction and chapter, or the residents' banner."""
        if seat == RESIDENTS:
            return PEOPLE
        sitting = self.board.match.seating[seat]
        return Banner(str(sitting.faction), sitting.chapter - 1)

    def banners(self) -> tuple[Banner, ...]:
        """Every seat's banner in seat order."""
        return tuple(self.banner(seat) for seat in self.board.all_seats)

    def faction(self, seat: Seat) -> str:
        """A faction's full name, with its chapter's numeral where it sits twice."""
        return self._chapter(seat, self.say(f"common-{self.banner(seat).faction}"))

    def short(self, seat: Seat) -> str:
        """A faction's letters, with its chapter's numeral where it sits twice."""
        return self._chapter(seat, self.say(f"common-{self.banner(seat).faction}-short"))

    def leader(self, leader: Leader) -> str:
        """A leader's name."""
        return self.say(f"names-leader-{self.board.leaders[leader].key}")

    def district(self, district: District) -> str:
        """A district's name as its map gives it."""
        return self.board.city.districts[district].title

    def verb_key(self, seat: Seat, verb: str) -> str:
        """A verb's key, the faction's own for `unique`: what its name and its icon are found by."""
        return self.board.factions[seat].unique.key if verb == "unique" else verb

    def verb(self, seat: Seat, verb: str) -> str:
        """A verb's name for this seat."""
        return self.say(f"names-verb-{self.verb_key(seat, verb)}")

    def facility(self, kind: str) -> str:
        """A facility's name."""
        return self.say(f"names-facility-{kind}")

    def wealth(self, wealth: int) -> str:
        """Underserved, mixed or affluent."""
        return self.say(f"city-wealth-{Wealth(wealth).name.lower()}")

    def cause(self, cause: str) -> str:
        """What a ledger entry names as its cause: a verb, a facility, or what a district does by itself."""
        for prefix in ("names-verb-", "names-facility-"):
            if self._is_own(cause, prefix):
                return self.say(prefix + cause)
        words = self.say(f"ledger-cause-{cause}")
        return words[:1].upper() + words[1:]

    def order(self, order: Order) -> str:
        """An order as a sentence: verb, place."""
        place = self.district(order.district)
        if isinstance(order, Build):
            return self.say("city-order-build", facility=self.facility(order.facility), place=place)
        if isinstance(order, Travel):
            return self.say("city-order-travel", place=place)
        seat = self.board.leaders[order.leader].seat
        return self.say("city-order", verb=self.verb(seat, verb_of(order)), place=place)

    def fault(self, fault: Fault) -> str:
        """Why something is off, in at most two lines that fit under a verb."""
        return self.say(f"city-off-{fault.code.value}", **self._named(fault))

    def mend(self, fault: Fault) -> str:
        """What would mend a fault, as one sentence."""
        return self.say(f"refusal-{fault.code.value}-mend", **self._named(fault))

    def _named(self, fault: Fault) -> dict[str, str | int]:
        """The fault's parameters with names in place of keys."""
        named = dict(fault.parameters)
        for key, value in fault.parameters.items():
            if key in ("district", "here") and value in self.board.district_of_key:
                named[key] = self.district(self.board.district_of_key[str(value)])
            elif key == "leader" and any(plan.key == value for plan in self.board.leaders):
                named[key] = self.say(f"names-leader-{value}")
            elif key == "facility":
                named[key] = self.facility(str(value))
        return named

    def _is_own(self, cause: str, prefix: str) -> bool:
        if prefix == "names-facility-":
            return any(cause in rules for rules in self.board.facility_rules)
        uniques = {faction.unique.key for faction in self.board.factions}
        return cause in uniques or cause in ("campaign", "care", "festival", "forum", "build")

    def _chapter(self, seat: Seat, name: str) -> str:
        banner = self.banner(seat)
        twice = sum(other.faction == banner.faction for other in self.banners()) > 1
        return f"{name} {'I' * (banner.chapter + 1)}" if twice else name


def permille(value: int) -> str:
    """Support as percent with one decimal: 407 is `40.7`."""
    return f"{value / 10:.1f}"


def hundredths(value: int) -> str:
    """Hundredths with as few decimals as say it all, at most one: 2100 is `21`, 2150 `21.5`."""
    tenths = round(value / 10)
    return str(tenths // 10) if tenths % 10 == 0 else f"{tenths / 10:.1f}"


def signed(value: int) -> str:
    """A change with its sign; the minus is a hyphen, as wide as the plus."""
    return f"+{value}" if value > 0 else str(value)
