"""The turns of a match that spectators do not see yet. Pure; slow for a whole match."""

from collections import deque
from collections.abc import Sequence

from msgspec import Struct

from game.protocol.messages import Update
from game.rules.board import Board
from game.rules.resolve import agree, resolve
from game.rules.setup import opening
from game.rules.state import Public
from game.rules.view import public_hash
from server.room import table
from server.room.image import Image, Resolved


class Scene(Struct, frozen=True):
    """A turn that was resolved: what everybody is told of it, and what they could see before."""

    before: Public
    update: Update

    @property
    def number(self) -> int:
        """The number of the update."""
        return self.update.number


def scene_of(room: str, played: table.Played) -> Scene:
    """The scene of a turn that was played."""
    return Scene(played.before.public, table.update_of(room, played))


def last_scenes(image: Image, turns: Sequence[Resolved], most: int) -> tuple[Scene, ...]:
    """The last scenes of the room's match, which is played again from its start; none if it comes out otherwise.

    `turns` are all that were resolved, in order. Takes as long as they took to resolve. Raises NoMatchError in a
    lobby, RulesError for turns that are not of this match.
    """
    board = Board(table.match_of(image))
    state = opening(board, table.state_in(image).secret.seed)
    played: deque[table.Played] = deque(maxlen=most)
    for turn in turns:
        after = agree(board, state) if turn.agreed else resolve(board, state, turn.slates)
        if public_hash(after.public) != turn.public_hash:
            return ()
        played.append(table.Played(turn, state, after, image))
        state = after
    return tuple(scene_of(image.setup.id, turn) for turn in played)
