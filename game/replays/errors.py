"""What can be wrong with a replay, each with a code that the texts `replay-<code>` and `replay-<code>-mend` explain."""

from enum import StrEnum


class Broken(StrEnum):
    """Why a replay cannot be read, shown or proved."""

    NO_REPLAY = "no-replay"
    OTHER_FORMAT = "other-format"
    TRUNCATED = "truncated"
    TOO_LARGE = "too-large"
    MALFORMED = "malformed"
    WRONG_FIELD = "wrong-field"
    WRONG_ORDER = "wrong-order"
    CHAIN = "chain"
    UNSOUND = "unsound"
    OTHER_HASH = "other-hash"
    UNREADABLE = "unreadable"


class ReplayError(Exception):
    """A replay that is broken: `where` in it, what was `found` there, and what was `expected`.

    The message is for developers; people are told by `code`.
    """

    def __init__(self, code: Broken, where: str, found: str | int = "", expected: str | int = "") -> None:
        super().__init__(f"{where}: {code}: found {found}, expected {expected}")
        self.code, self.where, self.found, self.expected = code, where, str(found), str(expected)
