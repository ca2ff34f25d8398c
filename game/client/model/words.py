"""The names of a match's things, and its short sentences, in the player's language."""

from collections.abc import Callable

from game.client.theme import RESIDENTS as PEOPLE
from game.client.theme import Banner
from game.rules.board import Board
from game.rules.errors import Fault
from game.rules.ids import RESIDENTS, District, Leader, Seat, Wealth
from game.rules.orders import Ballot, Build, Close, Gift, Led, Motion, Order, Pledge, Travel, verb_of

VERBS = ("campaign", "care", "festival", "forum", "build", "pledge", "motion")
"""The verbs everybody has, as the ledger names them."""

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

    def part(self, kind: str) -> str:
        """A kind of Sanctuary parts."""
        return self.say(f"names-part-{kind}")

    def law(self, law: str) -> str:
        """A law's name."""
        return self.say(f"laws-{law}")

    def event(self, event: str) -> str:
        """An event's name."""
        return self.say(f"events-{event}")

    def landmark(self, landmark: str) -> str:
        """A landmark's name."""
        return self.say(f"names-landmark-{landmark}")

    def trait(self, trait: str) -> str:
        """The name of what a leader is good at."""
        return self.say(f"traits-{trait}")

    def cause(self, cause: str) -> str:
        """What the ledger names as a cause: an order, a facility, a card, or what a district does by itself."""
        words = self.say(self._key_of(cause))
        return words[:1].upper() + words[1:]

    def order(self, order: Order) -> str:
        """An order as a sentence: verb, place."""
        named: dict[str, str | int] = {}
        if not isinstance(order, Ballot | Gift):
            named["place"] = self.district(order.district)
        match order:
            case Build(facility=kind) | Close(facility=kind):
                named["facility"] = self.facility(kind)
            case Pledge(kind=kind, if_others=least):
                named |= {"kind": self.part(kind), "least": least}
            case Motion(law=law) | Ballot(law=law):
                named["law"] = self.law(law)
            case Gift(to=to):
                named["who"] = self.short(to)
        return self.say(self._sentence(order), **named, **self._verb_name(order))

    def headline(self, order: Order) -> str:
        """An order in few words, for where its kind and condition stand beside it."""
        if isinstance(order, Pledge):
            verb = self.say("names-verb-pledge")
            return self.say("city-order", verb=verb, place=self.district(order.district))
        return self.order(order)

    def _verb_name(self, order: Order) -> dict[str, str]:
        if not isinstance(order, Led):
            return {}
        return {"verb": self.verb(self.board.leaders[order.leader].seat, verb_of(order))}

    def _sentence(self, order: Order) -> str:
        """The key of an order's sentence; most orders say no more than verb and place."""
        match order:
            case Ballot(aye=aye):
                return "city-order-aye" if aye else "city-order-nay"
            case Pledge(if_others=least) if least:
                return "city-order-pledge-if"
            case Build() | Travel() | Pledge() | Motion() | Gift() | Close():
                return f"city-order-{verb_of(order)}"
            case _:
                return "city-order"

    def fault(self, fault: Fault) -> str:
        """Why something is off, in at most two lines that fit under a verb."""
        return self.say(f"city-off-{fault.code.value}", **self._named(fault))

    def mend(self, fault: Fault) -> str:
        """What would mend a fault, as one sentence."""
        return self.say(f"refusal-{fault.code.value}-mend", **self._named(fault))

    def _named(self, fault: Fault) -> dict[str, str | int]:
        """The fault's parameters with names in place of keys."""
        return {key: self._named_one(key, value) for key, value in fault.parameters.items()}

    def _named_one(self, key: str, value: str | int) -> str | int:
        if key in ("district", "here") and value in self.board.district_of_key:
            return self.district(self.board.district_of_key[str(value)])
        if key == "leader" and any(plan.key == value for plan in self.board.leaders):
            return self.say(f"names-leader-{value}")
        if key == "verb" and value != "unique":
            return self.say(f"names-verb-{value}")
        naming = {"facility": self.facility, "kind": self.part, "law": self.law}
        return naming[key](str(value)) if key in naming else value

    def _key_of(self, cause: str) -> str:
        """The key of a cause: by the kind of card it is, or as what a city does by itself."""
        ruleset = self.board.ruleset
        if cause in VERBS or any(cause == faction.unique.key for faction in self.board.factions):
            return f"names-verb-{cause}"
        if any(cause in rules for rules in self.board.facility_rules):
            return f"names-facility-{cause}"
        traits = {trait.key for faction in self.board.factions for trait in faction.traits.values()}
        kinds = (
            ("laws-", ruleset.laws),
            ("events-", ruleset.events),
            ("names-landmark-", ruleset.landmarks),
            ("traits-", traits),
        )
        return next((start + cause for start, cards in kinds if cause in cards), f"ledger-cause-{cause}")

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
