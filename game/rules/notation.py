"""Orders as one line of text that reads back, for tests, logs and bug reports: `juno_armitage build hub_street free_school`.

People and places go by their keys. A leader whose key sits in several chapters says which:
`alok_dsouza@sra:2`. A faction's own verb goes by its own name. What a board does not know goes by
number, `#99`, and other names are percent-encoded, so every order that can be sent has a text.

    LEADER VERB DISTRICT                     LEADER build DISTRICT FACILITY
    LEADER pledge DISTRICT KIND [IF_OTHERS]  LEADER motion DISTRICT LAW
    ballot LAW aye|nay VOICE                 gift FACTION:CHAPTER CREDITS VOICE
    close DISTRICT FACILITY
"""

from collections.abc import Iterable
from urllib.parse import quote, unquote

from game.rules.board import Board
from game.rules.ids import District, Leader, Seat
from game.rules.orders import (
    MOST_ORDERS,
    SPOKEN,
    Ballot,
    Build,
    Close,
    Gift,
    Led,
    Motion,
    Order,
    Paper,
    Pledge,
    Slate,
    Spoken,
    Travel,
    Unique,
    verb_of,
)

NO_ORDERS_TEXT = "no orders"
_BETWEEN = "; "
_PAPERS = {
    "ballot": "ballot LAW aye|nay VOICE",
    "gift": "gift FACTION:CHAPTER CREDITS VOICE",
    "close": "close DISTRICT FACILITY",
}
_KINDS: dict[str, type[Spoken | Travel]] = {verb_of(kind): kind for kind in (*SPOKEN, Travel)}


class NotationError(ValueError):
    """Text that is no order of this match: what was found, what was expected, and the mend."""


def district_text(board: Board, district: District) -> str:
    """A district's key, or its number if the board has none such."""
    known = 0 <= district < board.districts
    return board.city.districts[district].key if known else f"#{district}"


def leader_text(board: Board, leader: Leader) -> str:
    """A leader's key, with faction and chapter if others have the same; or a number the board does not know."""
    if not 0 <= leader < len(board.leaders):
        return f"#{leader}"
    plan = board.leaders[leader]
    if sum(other.key == plan.key for other in board.leaders) == 1:
        return plan.key
    return _qualified(board, leader)


def order_text(board: Board, order: Order) -> str:
    """One line for an order, in one of the forms above. Any order has a text, legal or not."""
    match order:
        case Ballot(law, aye, voice):
            words = ["ballot", _name(law), "aye" if aye else "nay", str(voice)]
        case Gift(to, credits_, voice):
            words = ["gift", _seat_text(board, to), str(credits_), str(voice)]
        case Close(district, facility):
            words = ["close", district_text(board, district), _name(facility)]
        case _:
            words = _led_words(board, order)
    return " ".join(words)


def _led_words(board: Board, order: Led) -> list[str]:
    words = [leader_text(board, order.leader), _verb_text(board, order), district_text(board, order.district)]
    match order:
        case Build(facility=name) | Motion(law=name):
            words.append(_name(name))
        case Pledge(kind=kind, if_others=0):
            words.append(_name(kind))
        case Pledge(kind=kind, if_others=others):
            words.extend((_name(kind), str(others)))
    return words


def slate_text(board: Board, slate: Slate) -> str:
    """The orders with semicolons between, in their order; `no orders` for an empty slate."""
    return _BETWEEN.join(order_text(board, order) for order in slate) or NO_ORDERS_TEXT


def read_order(board: Board, text: str) -> Order:
    """The order that `order_text` writes so. Raises NotationError; whether it is legal is not asked."""
    words = text.split()
    if words and words[0] in _PAPERS:
        return _read_paper(board, text, words)
    verb = words[1] if len(words) > 1 else ""
    extra = {"build": (1, 1), "motion": (1, 1), "pledge": (1, 2)}.get(verb, (0, 0))
    if not 3 + extra[0] <= len(words) <= 3 + extra[1]:
        raise NotationError(
            f"order {text!r}: found {len(words)} words, expected LEADER VERB DISTRICT, and FACILITY after build, "
            "LAW after motion, KIND and perhaps a number after pledge. Mend: write keys, with one space between"
        )
    leader, district = _read_leader(board, words[0]), _read_district(board, words[2])
    if verb == "build":
        return Build(leader, district, unquote(words[3]))
    if verb == "motion":
        return Motion(leader, district, unquote(words[3]))
    if verb == "pledge":
        return Pledge(leader, district, unquote(words[3]), _number(words[4]) if len(words) > 4 else 0)
    return _read_kind(board, leader, verb)(leader, district)


def _read_paper(board: Board, text: str, words: list[str]) -> Paper:
    form = _PAPERS[words[0]]
    if len(words) != len(form.split()):
        raise NotationError(f"order {text!r}: found {len(words)} words, expected {form}. Mend: write it so")
    if words[0] == "ballot":
        if words[2] not in ("aye", "nay"):
            raise _unknown("vote", repr(words[2]), ["aye", "nay"])
        return Ballot(unquote(words[1]), words[2] == "aye", _number(words[3]))
    if words[0] == "gift":
        return Gift(_read_seat(board, words[1]), _number(words[2]), _number(words[3]))
    return Close(_read_district(board, words[1]), unquote(words[2]))


def read_slate(board: Board, text: str) -> Slate:
    """The slate that `slate_text` writes so. Raises NotationError naming the first order that is none."""
    if text.strip() == NO_ORDERS_TEXT:
        return ()
    parts = text.split(_BETWEEN.strip())
    if len(parts) > MOST_ORDERS:
        raise NotationError(
            f"slate: found {len(parts)} orders, expected {MOST_ORDERS} at most. Mend: one order for each leader"
        )
    return tuple(read_order(board, part) for part in parts)


def _qualified(board: Board, leader: Leader) -> str:
    plan = board.leaders[leader]
    return f"{plan.key}@{board.label(plan.seat)}"


def _name(text: str) -> str:
    return quote(text, safe="")


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 3):
        raise _unknown("number", repr(text), ["0 to 999"])
    return int(text)


def _seat_text(board: Board, seat: Seat) -> str:
    return board.label(seat) if 0 <= seat < board.seats else f"#{seat}"


def _read_seat(board: Board, text: str) -> Seat:
    if _is_number(text):
        return Seat(int(text[1:]))
    labels = {board.label(seat): seat for seat in board.all_seats}
    if text not in labels:
        raise _unknown("seat", repr(text), labels)
    return labels[text]


def _verb_text(board: Board, order: Led) -> str:
    known = isinstance(order, Unique) and 0 <= order.leader < len(board.leaders)
    return _own_verb(board, order.leader) if known else verb_of(order)


def _own_verb(board: Board, leader: Leader) -> str:
    return board.factions[board.leaders[leader].seat].unique.key


def _read_leader(board: Board, text: str) -> Leader:
    if _is_number(text):
        return Leader(int(text[1:]))
    everyone = [Leader(number) for number in range(len(board.leaders))]
    meant = [leader for leader in everyone if text in (board.leaders[leader].key, _qualified(board, leader))]
    if len(meant) == 1:
        return meant[0]
    found = f"several called {text!r}" if meant else repr(text)
    expected = [_qualified(board, leader) for leader in meant] or [
        leader_text(board, who) for who in everyone
    ]
    raise _unknown("leader", found, expected)


def _read_district(board: Board, text: str) -> District:
    if _is_number(text):
        return District(int(text[1:]))
    district = board.district_of_key.get(text)
    if district is None:
        raise _unknown("district", repr(text), board.district_of_key)
    return district


def _read_kind(board: Board, leader: Leader, verb: str) -> type[Spoken | Travel]:
    if leader < len(board.leaders) and verb == _own_verb(board, leader):
        return Unique
    if verb not in _KINDS:
        own = [_own_verb(board, leader)] if leader < len(board.leaders) else []
        raise _unknown(
            "verb",
            repr(verb),
            [*(key for key in _KINDS if key != "unique"), *own, "build", "pledge", "motion"],
        )
    return _KINDS[verb]


def _is_number(text: str) -> bool:
    return text.startswith("#") and text[1:].isascii() and text[1:].isdigit() and int(text[1:]) <= 255


def _unknown(what: str, found: str, expected: Iterable[str]) -> NotationError:
    return NotationError(
        f"{what}: found {found}, expected one of {', '.join(expected)}. Mend: write one of these"
    )
