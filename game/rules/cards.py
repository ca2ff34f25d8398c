"""What comes up in a match: laws, events, mandates and landmarks (rules 3, 8, 9, 11)."""

from typing import Annotated, Literal

from msgspec import Meta

from game.rules.basics import Amount, Key, Percent, Place, Rule, Signed
from game.rules.change import Change
from game.rules.measure import Measure

Axis = Literal["care", "enhancement", "commons", "commerce"]
Changes = Annotated[tuple[Change, ...], Meta(min_length=1, max_length=6)]


class LawCard(Rule, frozen=True):
    """A law: its axis, what it changes while in force, and when the residents want it (rule 8).

    `helps` and `hurts` name factions, `fracture` says which way it moves the city: -1 calmer, 1 angrier.
    """

    key: Key
    axis: Axis
    changes: Changes
    residents: Measure
    helps: Annotated[tuple[Key, ...], Meta(min_length=1)]
    hurts: Annotated[tuple[Key, ...], Meta(min_length=1)]
    fracture: Annotated[int, Meta(ge=-1, le=1)]


class Harm(Rule, frozen=True):
    """What a crisis does in its district and the linked ones if nobody answers it (rule 9)."""

    unrest: Signed = 0
    linked_unrest: Signed = 0
    need: Signed = 0
    linked_need: Signed = 0
    lean: Signed = 0


class EventCard(Rule, frozen=True):
    """An event: where it may come up, what it changes there, and what answers it (rule 9).

    It comes up in a district that fits every item of `places`, or in any if none fits. Its changes count
    there for `turns` turns; with `switches_off` no facility works there for as long, unless answered.
    `answers` are verbs that avert `harm` when given in its district in its first turn; who answers earns
    `voice`. An opportunity harms nobody.
    """

    key: Key
    kind: Literal["crisis", "opportunity", "intrusion"]
    turns: Annotated[int, Meta(ge=1, le=3)] = 1
    places: Annotated[tuple[Place, ...], Meta(max_length=3)] = ()
    changes: Annotated[tuple[Change, ...], Meta(max_length=6)] = ()
    answers: tuple[Key, ...] = ()
    voice: Amount = 0
    switches_off: bool = False
    harm: Harm = Harm()


class MandateCard(Rule, frozen=True):
    """A secret goal: it is met if every measure keeps its bounds when the match ends (rule 11)."""

    key: Key
    measures: Annotated[tuple[Measure, ...], Meta(min_length=1, max_length=3)]


class LandmarkRule(Rule, frozen=True):
    """A landmark's one small rule: changes that count in its district (rule 3)."""

    key: Key
    changes: Changes


class NumberChange(Rule, frozen=True):
    """A number of the ruleset that a temper, a mode or a scenario plays with (rules 10, 11).

    `path` names it as in the TOML files (`forum.unrest`, `laws.open_clinics...` is not a number and cannot);
    a list is changed item by item. Exactly one of `set`, `add` and `percent` is given.
    """

    path: Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]*(\.[a-z0-9_]+){1,4}$")]
    set: Signed | None = None
    add: Signed | None = None
    percent: Percent | None = None


class Temper(Rule, frozen=True):
    """How angry the city is: the numbers that differ from the standard ones (rule 10)."""

    key: Key
    numbers: tuple[NumberChange, ...] = ()


class Goal(Rule, frozen=True):
    """A goal of a mode (rule 11). `wins` ends the match at once for whoever meets it: for readings of one seat.

    `text` is what a map's own goal is called; those of the game are called by their key.
    """

    key: Key
    measure: Measure
    wins: bool = False
    text: str = ""


class Scripted(Rule, frozen=True):
    """An event that a scenario has planned: which, in which turn, in the district with that key."""

    event: Key
    turn: Annotated[int, Meta(ge=1, le=60)]
    district: Key


class Mode(Rule, frozen=True):
    """A way to play: free-for-all, teams, Common Cause, or a scenario with goals of its own (rule 11).

    `together` means that all win if every goal is met, and else all lose. `team_size` seats share their
    Legacy, 0 for everyone alone. A scenario names its `map` and `length`; `script` replaces the deck in the
    seasons it speaks of. `neutral` seats a computer player as third where two play.
    """

    key: Key
    together: bool = False
    team_size: Annotated[int, Meta(ge=0, le=3)] = 0
    goals: tuple[Goal, ...] = ()
    numbers: tuple[NumberChange, ...] = ()
    script: tuple[Scripted, ...] = ()
    events_a_season: Annotated[int, Meta(ge=0, le=3)] = 1
    map: str | None = None
    length: Key | None = None
    neutral: bool = True
