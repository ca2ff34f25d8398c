"""The Council's season in a story: each vote as one readable line, then what the next docket brings."""

from collections.abc import Iterator, Sequence

from game.rules.ledger import Dealt, Decided, Docketed, Entry, Lapsed, Voted
from game.rules.turn import NOBODY
from game.text.naming import Names


def votes(names: Names, entries: Sequence[Entry]) -> Iterator[str]:
    """A line for each law that was decided: how, and who weighed how much on which side."""
    cast = [entry for entry in entries if isinstance(entry, Voted)]
    for place, entry in enumerate(entries):
        if isinstance(entry, Decided):
            mine = [vote for vote in cast if vote.law == entry.law]
            following = entries[place + 1] if place + 1 < len(entries) else None
            yield _vote(names, entry, mine, following)


def _vote(names: Names, entry: Decided, cast: list[Voted], following: Entry | None) -> str:
    ayes, nays = (_side(names, cast, aye=aye) for aye in (True, False))
    sides = "both" if ayes and nays else "for" if ayes else "against"
    outcome = _outcome(names, entry, following)
    return names.catalog.say("ledger-council", outcome=outcome, sides=sides, ayes=ayes, nays=nays)


def _outcome(names: Names, entry: Decided, following: Entry | None) -> str:
    told = {"law": names.terms.law(entry.law), "ayes": str(entry.ayes), "nays": str(entry.nays)}
    if not entry.passed:
        return names.catalog.say("ledger-council-rejected", **told)
    if isinstance(following, Lapsed) and following.reason == "replaced":
        old = names.terms.law(following.law)
        return names.catalog.say("ledger-council-replaced", until=entry.until, old=old, **told)
    return names.catalog.say("ledger-council-passed", until=entry.until, **told)


def _side(names: Names, cast: list[Voted], *, aye: bool) -> str:
    return names.listed(
        [
            names.catalog.say(
                "ledger-council-vote", who=names.faction(vote.seat, short=True), weight=str(vote.weight)
            )
            for vote in cast
            if vote.aye is aye
        ]
    )


def next_docket(names: Names, entries: Sequence[Entry]) -> Iterator[str]:
    """The laws of the docket that begins, and who drew which law into the hand."""
    laws = [_coming(names, entry) for entry in entries if isinstance(entry, Docketed)]
    if laws:
        yield names.catalog.say("ledger-next-docket", laws=names.listed(laws))
    drawn = [
        names.catalog.say(
            "ledger-drawn-law", law=names.terms.law(entry.law), who=names.faction(entry.seat, short=True)
        )
        for entry in entries
        if isinstance(entry, Dealt)
    ]
    if drawn:
        yield names.catalog.say("ledger-drawn", laws=names.listed(drawn))


def _coming(names: Names, entry: Docketed) -> str:
    law = names.terms.law(entry.law)
    if entry.mover == NOBODY:
        return names.catalog.say("ledger-next-dealt", law=law)
    return names.catalog.say("ledger-next-law", law=law, who=names.faction(entry.mover, short=True))
