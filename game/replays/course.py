"""What everybody saw, turn by turn, from a replay alone: no rule is needed to show it."""

from collections.abc import Iterator
from contextlib import contextmanager

import msgspec
from msgspec import Struct

from game.content import ruleset
from game.replays.errors import Broken, ReplayError
from game.replays.replay import Replay, TurnPlayed, as_spectator
from game.replays.soundness import check_entries, check_match, check_public, check_slates
from game.rules.board import Board
from game.rules.errors import RulesError
from game.rules.ruleset import ruleset_hash
from game.rules.state import Public
from game.rules.view import View, apply, public_hash


class Course(Struct, frozen=True):
    """A replay that can be shown: `publics[n]` is what everybody saw after n turns."""

    replay: Replay
    board: Board
    publics: tuple[Public, ...]


def course_of(replay: Replay) -> Course:
    """Go through a replay and see that it hangs together: its turns, its hashes, and who and what it names.

    Raises ReplayError. What comes back can be shown without further care; that the rules lead there is for
    `proof.prove` to say.
    """
    board = _board(replay)
    view = as_spectator(replay.opening.public)
    publics = [check_public(board, view.public, _where(0))]
    for number, played in enumerate(replay.turns, start=1):
        _check_number(played, number, publics[-1])
        view = _patched(view, played)
        if is_provable(replay):
            _check_hash(view.public, played)
        publics.append(check_public(board, view.public, _where(number)))
        check_entries(board, played.entries, _where(number))
        check_slates(board, played.slates, _where(number))
    _check_end(replay, publics[-1])
    return Course(replay, board, tuple(publics))


def is_provable(replay: Replay) -> bool:
    """Whether it was played by the rules of this program; other rules may even lay out a state otherwise."""
    return replay.header.rules == replay.opening.match.ruleset.version == ruleset().version


def _where(number: int) -> str:
    return f"turn {number}" if number else "opening"


def _board(replay: Replay) -> Board:
    match = replay.opening.match
    found = ruleset_hash(match.ruleset)
    if is_provable(replay) and found != replay.header.ruleset_hash:
        raise ReplayError(Broken.OTHER_HASH, "opening", found[:16], replay.header.ruleset_hash[:16])
    sat = tuple((sitter.faction, sitter.chapter) for sitter in replay.header.seats)
    seating = tuple((sitting.faction, sitting.chapter) for sitting in match.seating)
    if sat != seating:
        raise ReplayError(Broken.UNSOUND, "header", "seats", "opening")
    with unsound("opening"):
        check_match(match)
        return Board(match)


def _check_number(played: TurnPlayed, number: int, before: Public) -> None:
    if before.outcome is not None:
        raise ReplayError(Broken.WRONG_ORDER, _where(number), played.turn)
    if played.turn != before.turn or len(played.slates) != len(before.seats):
        found, expected = f"{played.turn}/{len(played.slates)}", f"{before.turn}/{len(before.seats)}"
        raise ReplayError(Broken.UNSOUND, _where(number), found, expected)


def _patched(view: View, played: TurnPlayed) -> View:
    try:
        return apply(view, played.patch)
    except (msgspec.ValidationError, TypeError, ValueError, LookupError, RecursionError) as error:
        raise ReplayError(Broken.WRONG_FIELD, _where(played.turn), str(error)[:80], "patch") from error


def _check_hash(public: Public, played: TurnPlayed) -> None:
    found = public_hash(public)
    if found != played.public_hash:
        expected = played.public_hash.hex()[:16]
        raise ReplayError(Broken.OTHER_HASH, _where(played.turn), found.hex()[:16], expected)


def _check_end(replay: Replay, last: Public) -> None:
    if replay.end.turns != len(replay.turns):
        raise ReplayError(Broken.UNSOUND, "end", replay.end.turns, len(replay.turns))
    if last.outcome is None or replay.end.outcome != last.outcome:
        raise ReplayError(Broken.UNSOUND, "end", "outcome", _where(len(replay.turns)))


@contextmanager
def unsound(where: str) -> Iterator[None]:
    """What the rules cannot take is the replay's fault: it may come from anybody. Raises ReplayError instead."""
    try:
        yield
    except (LookupError, TypeError, ValueError, ArithmeticError, RecursionError, RulesError) as error:
        found = f"{type(error).__name__}: {error}"[:80]
        raise ReplayError(Broken.UNSOUND, where, found) from error
