"""Whether everything in the game is used: facilities, laws, events, Sanctuaries, mandates over many matches."""

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct
from rich.table import Table

from game.lab.matches import MatchResult
from game.rules.ruleset import Ruleset


class LawUse(Struct, frozen=True):
    """A law over many matches: how often it stood on a docket, was moved by a seat, passed, of those moved."""

    docketed: int
    moved: int
    passed: int
    passed_of_moved: int


class EventUse(Struct, frozen=True):
    """An event over many matches: how often it began, and was answered; `answerable` says whether it can be."""

    began: int
    answered: int
    answerable: bool


class MandateUse(Struct, frozen=True):
    """A mandate over many matches: how often somebody had it, and met it."""

    dealt: int
    met: int


class Use(Struct, frozen=True):
    """What came up over many matches; whatever the ruleset has and nobody used stands with 0.

    `sanctuaries` finished and `founded` are per match in hundredths, `joint` of all finished in percent;
    `gifts` and `closures` are counts.
    """

    verbs: dict[str, int]
    facilities: dict[str, int]
    laws: dict[str, LawUse]
    events: dict[str, EventUse]
    mandates: dict[str, MandateUse]
    endings: dict[str, int]
    refunded: dict[str, int]
    founded: int
    sanctuaries: int
    joint: int
    gifts: int
    closures: int


def use_of(ruleset: Ruleset, results: Sequence[MatchResult]) -> Use:
    """Add up at least one match played with the ruleset."""
    finished = [holders for result in results for holders in result.tally.finished]
    joint = sum(holders >= ruleset.sanctuary.joint_from for holders in finished)
    return Use(
        verbs=_verbs(results),
        facilities=_facilities(ruleset, results),
        laws=_laws(ruleset, results),
        events=_events(ruleset, results),
        mandates=_mandates(ruleset, results),
        endings=dict(Counter(result.ending.value for result in results)),
        refunded=dict(sorted(_sum(results, "refunded").items())),
        founded=100 * sum(result.tally.founded for result in results) // len(results),
        sanctuaries=100 * len(finished) // len(results),
        joint=100 * joint // len(finished) if finished else 0,
        gifts=sum(result.tally.gifts for result in results),
        closures=sum(result.tally.closures for result in results),
    )


def use_tables(found: Use) -> tuple[Table, ...]:
    """Laws, events, mandates, and a line each for facilities and Sanctuaries."""
    return (_law_table(found), _event_table(found), _mandate_table(found))


def summary(found: Use) -> str:
    """Sanctuaries, facilities, endings and papers in a few lines."""
    sites = f"founded {found.founded / 100:.2f}, finished {found.sanctuaries / 100:.2f}, joint {found.joint}%"
    return "\n".join(
        (
            f"Sanctuaries a match: {sites}",
            f"orders: {_line(found.verbs)}",
            f"facilities built: {_line(found.facilities)}",
            f"endings: {_line(found.endings)}; gifts {found.gifts}; closures {found.closures}",
            f"refunded: {_line(found.refunded) or 'nothing'}",
        )
    )


def _line(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{key} {count}" for key, count in counts.items())


def _law_table(found: Use) -> Table:
    drawn = Table("law", "docket", "moved", "passed", "of moved", title="laws")
    for key, law in found.laws.items():
        share = f"{100 * law.passed_of_moved // law.moved}%" if law.moved else "-"
        drawn.add_row(key, str(law.docketed), str(law.moved), str(law.passed), share)
    return drawn


def _event_table(found: Use) -> Table:
    drawn = Table("event", "began", "answered", title="events")
    for key, event in found.events.items():
        drawn.add_row(key, str(event.began), str(event.answered) if event.answerable else "-")
    return drawn


def _mandate_table(found: Use) -> Table:
    drawn = Table("mandate", "dealt", "met", title="mandates")
    for key, mandate in found.mandates.items():
        share = f"{100 * mandate.met // mandate.dealt}%" if mandate.dealt else "-"
        drawn.add_row(key, str(mandate.dealt), share)
    return drawn


def _sum(results: Sequence[MatchResult], name: str) -> Counter[str]:
    total: Counter[str] = Counter()
    for result in results:
        total.update(getattr(result.tally, name))
    return total


def _verbs(results: Sequence[MatchResult]) -> dict[str, int]:
    total: Counter[str] = Counter()
    for result in results:
        for seat in result.seats:
            total.update(seat.orders)
    return dict(sorted(total.items()))


def _facilities(ruleset: Ruleset, results: Sequence[MatchResult]) -> dict[str, int]:
    built = _sum(results, "built")
    return {rule.key: built[rule.key] for faction in ruleset.factions.values() for rule in faction.facilities}


def _laws(ruleset: Ruleset, results: Sequence[MatchResult]) -> dict[str, LawUse]:
    sums = [_sum(results, name) for name in LawUse.__struct_fields__]
    return {key: LawUse(*(counted[key] for counted in sums)) for key in ruleset.laws}


def _events(ruleset: Ruleset, results: Sequence[MatchResult]) -> dict[str, EventUse]:
    began, answered = _sum(results, "began"), _sum(results, "answered")
    return {
        key: EventUse(began[key], answered[key], bool(card.answers)) for key, card in ruleset.events.items()
    }


def _mandates(ruleset: Ruleset, results: Sequence[MatchResult]) -> dict[str, MandateUse]:
    dealt, met = _sum(results, "dealt"), _sum(results, "met")
    return {key: MandateUse(dealt[key], met[key]) for key in ruleset.mandates}
