"""What happened in a match, counted from its ledger."""

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from game.rules.ledger import (
    Built,
    Closed,
    Decided,
    Docketed,
    Entry,
    Finished,
    Founded,
    Fulfilled,
    Given,
    Happened,
    Proposed,
    Refunded,
)


class Tally(Struct, frozen=True):
    """How often what came up in a match.

    `built` per kind of facility; laws: `docketed`, `moved` by a seat, `passed`, and `passed_of_moved`;
    events: `began` and `answered`; `finished` has for each Sanctuary how many hold stakes in it; mandates:
    `dealt` and `met`; `refunded` by reason.
    """

    built: dict[str, int]
    docketed: dict[str, int]
    moved: dict[str, int]
    passed: dict[str, int]
    passed_of_moved: dict[str, int]
    began: dict[str, int]
    answered: dict[str, int]
    founded: int
    finished: tuple[int, ...]
    dealt: dict[str, int]
    met: dict[str, int]
    gifts: int
    closures: int
    refunded: dict[str, int]


class TallyKeeper:
    """Counts as the match goes on."""

    def __init__(self) -> None:
        self._counts: dict[str, Counter[str]] = {}
        self._finished: list[int] = []

    def read(self, ledger: Iterable[Entry]) -> None:
        """Count a turn's ledger."""
        for entry in ledger:
            self._read(entry)

    def tally(self) -> Tally:
        """What was counted so far."""
        counts = {name: self._count(name) for name in Tally.__struct_fields__}
        sums = {name: sum(counts[name].values()) for name in ("founded", "gifts", "closures")}
        return Tally(**{**counts, **sums, "finished": tuple(self._finished)})  # type: ignore[arg-type]

    def _count(self, name: str) -> dict[str, int]:
        return dict(sorted(self._counts.get(name, Counter()).items()))

    def _add(self, name: str, key: str) -> None:
        self._counts.setdefault(name, Counter())[key] += 1

    def _read(self, entry: Entry) -> None:
        match entry:
            case Built(facility=kind):
                self._add("built", kind)
            case Docketed(law=law):
                self._add("docketed", law)
            case Proposed(law=law):
                self._add("moved", law)
            case Decided(law=law, mover=mover, passed=True):
                self._add("passed", law)
                if mover >= 0:
                    self._add("passed_of_moved", law)
            case Happened(event=event, answered=answered):
                self._add("began", event)
                if answered:
                    self._add("answered", event)
            case Finished(stakes=stakes):
                self._finished.append(sum(stake > 0 for stake in stakes))
            case Fulfilled(mandate=mandate, met=met):
                self._add("dealt", mandate)
                if met:
                    self._add("met", mandate)
            case _:
                self._read_small(entry)

    def _read_small(self, entry: Entry) -> None:
        match entry:
            case Founded():
                self._add("founded", "founded")
            case Given():
                self._add("gifts", "gifts")
            case Closed():
                self._add("closures", "closures")
            case Refunded(verb=verb, reason=reason):
                self._add("refunded", f"{verb}:{reason}")
            case _:
                return
