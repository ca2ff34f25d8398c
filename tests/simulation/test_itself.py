"""The simulation is no use unless it fails where something is wrong, and tells the same story every time."""

import os
import subprocess
import sys
from collections.abc import Iterator
from typing import Any
from unittest.mock import Mock

import pytest
from msgspec.structs import replace

from game.protocol import messages as say
from game.protocol.codec import encode
from game.protocol.session import ServerSession, Standing
from server.host.keeper import Keeper
from server.host.switchboard import Switchboard
from server.room import table
from server.room.core import Core
from server.room.effects import Store
from server.room.talk import Talk
from tests.simulation.referee import Referee
from tests.simulation.simulation import Report, simulate
from tests.support.rooms import Bench
from tests.support.servers import ROOT, a_room

ENOUGH = 200
"""Seeds within which a bug must be found; the rarest shows in one of forty."""


def stories() -> Iterator[Report]:
    return (simulate(seed) for seed in range(ENOUGH))


def first_broken() -> str:
    """What the first story that broke a promise says; empty if none did."""
    return next((report.broken[0] for report in stories() if report.broken), "")


def test_an_acknowledgement_before_the_commit_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    carry_out = Keeper._carry_out

    def hasty(keeper: Keeper) -> bool:
        """What is only stored is stored after everything that is told of it."""
        effects = list(keeper._effects)
        late = [effect for effect in effects if isinstance(effect, Store) and effect.image is None]
        keeper._effects = iter([*(effect for effect in effects if effect not in late), *late])
        return carry_out(keeper)

    monkeypatch.setattr(Keeper, "_carry_out", hasty)
    assert "is not on disk" in first_broken() or "before it was on disk" in first_broken()


def test_a_command_that_is_done_twice_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def forgetful(session: ServerSession, command: say.Command) -> Standing:
        session.forget(command.id)
        session._acts[command.id] = 0
        return Standing.NEW

    monkeypatch.setattr(ServerSession, "receive", forgetful)
    assert any("stored twice" in words for report in stories() for words in report.broken)


def test_a_slate_that_leaks_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    snapshot = table.snapshot

    def leaky(image: Any, *rest: Any) -> say.Begin:
        begin = snapshot(image, *rest)
        others = [slate for seat, slate in enumerate(image.slates) if slate and seat != begin.seat]
        return replace(begin, slate=others[0]) if others else begin

    monkeypatch.setattr(table, "snapshot", leaky)
    assert "the slate that was sent" in first_broken()


def test_an_answer_that_is_lost_with_its_connection_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """As it was once: who had lost the connection it asked over never got the answer."""
    answer = Switchboard._answer

    def deaf(board: Switchboard, member: Any, message: Any) -> None:
        if member in board.guests:
            answer(board, member, message)

    monkeypatch.setattr(Switchboard, "_answer", deaf)
    assert "never answered" in first_broken()


def test_a_private_line_that_others_hear_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Talk, "_say", lambda talk, line: talk._core.to_all(say.Said(talk._core.id, (line,))))
    assert "what was said to seat" in first_broken()


def test_spectators_who_see_too_early_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Core, "is_seen_live", True)
    assert "too early" in first_broken() or "heard what is said now" in first_broken()


def test_a_room_that_is_made_twice_is_found() -> None:
    """As it was once, after a death before the answer: too rare to be waited for here."""
    referee = Referee(lambda *_: None, lambda: 0.0, slack=1.0)
    wire, create = Mock(number=1), a_room(say.YOU, say.OPEN)
    for life in (1, 2):
        referee.began_life(life)
        referee.heard(wire, encode(say.Hello(say.VERSION, "test", "k" * 32)))
        referee.heard(wire, encode(say.Command(1, create)))
    bench = Bench()
    bench.open()
    referee.committed("one", (), bench.image, 0.0)
    assert not referee.broken
    referee.committed("two", (), bench.image, 0.0)
    assert "made twice" in referee.broken[0]


def test_the_same_seed_tells_the_same_story_in_every_process() -> None:
    words = "from tests.simulation.simulation import simulate; print(*simulate(5).trace, sep='\\n')"
    tales = {
        subprocess.run(
            [sys.executable, "-c", words],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    (tale,) = tales
    assert tale.count(b"\n") > 200
