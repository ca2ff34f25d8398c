import ast
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

import game.rules
from game.content import ruleset
from game.rules.basics import Price
from game.rules.change import ANY_FACILITY, ANY_ORDER
from game.text.catalog import Catalog, keys_of
from game.text.terms import SHARED_VERBS, Terms, sentence

TERMS = Terms(Catalog(strict=True), ruleset())
RULES = Path(game.rules.__file__).parent

CAUSE_PLACES = {
    "shift": 2,
    "pull": 1,
    "earn": 2,
    "accuse": 1,
    "Shifted": 2,
    "Earned": 2,
    "Push": 3,
    "Pressed": 3,
}
"""The place of the cause among the arguments of whatever writes one into the ledger."""


def calls() -> Iterator[tuple[str, list[ast.expr]]]:
    """Every call in the rules by the last part of its name, with its arguments."""
    for file in RULES.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = (
                    node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                )
                yield name, node.args


def literals(places: Mapping[str, int]) -> set[str]:
    """What stands outright at those places among the arguments of calls of those names."""
    named = (args[places[name]] for name, args in calls() if len(args) > places.get(name, len(args)))
    return {str(arg.value) for arg in named if isinstance(arg, ast.Constant)}


def literal_causes() -> list[str]:
    """Every cause the rules' sources name outright."""
    return sorted(literals(CAUSE_PLACES))


def content_causes() -> list[str]:
    """Every key of the content that can stand in a ledger as a cause or a source."""
    rules = ruleset()
    factions = rules.factions.values()
    keys = [*rules.laws, *rules.events, *rules.landmarks]
    keys += [facility.key for faction in factions for facility in faction.facilities]
    keys += [faction.unique.key for faction in factions]
    keys += [trait.key for faction in factions for trait in faction.traits.values()]
    return keys


def test_the_sources_name_causes() -> None:
    assert {"building", "tension", "contagion", "forgotten", "refund", "limit"} <= set(literal_causes())


@pytest.mark.parametrize("cause", literal_causes())
def test_every_cause_the_rules_name_has_a_name(cause: str) -> None:
    assert TERMS.cause(cause)


@pytest.mark.parametrize("cause", content_causes())
def test_every_cause_of_the_content_has_a_name(cause: str) -> None:
    assert TERMS.cause(cause) != cause


def test_no_two_things_of_the_content_have_one_key() -> None:
    assert [key for key, count in Counter(content_causes()).items() if count > 1] == []


def test_every_reason_of_a_refund_and_of_a_lapse_is_told() -> None:
    reasons = literals({"Refunded": 4, "_refund_all": 2, "Lapsed": 1})
    assert {"slot_taken", "condition_unmet", "no_part_missing", "sunset", "replaced"} == reasons
    for reason in reasons | {"docket_full", "same_axis"}:
        assert {f"ledger-reason-{reason}", f"ledger-lapsed-{reason}"} & set(keys_of("en"))


def test_the_cards_are_told_by_their_kinds() -> None:
    kinds = ["open_clinics", "dry_taps", "council_dome", "swift_hands", "care", "mural", "tension"]
    assert [TERMS.kind(key) for key in kinds] == ["law", "event", "landmark", "trait", "", "", ""]


def test_groups_of_causes_are_named_as_groups() -> None:
    assert [TERMS.doer(cause) for cause in (ANY_ORDER, ANY_FACILITY, "unique", "care")] == [
        "every order",
        "every facility",
        "every faction's own verb",
        "Care",
    ]


@pytest.mark.parametrize("wealth", [0, 1, 2])
def test_every_wealth_has_a_name(wealth: int) -> None:
    assert TERMS.wealth(wealth)


def test_parts_axes_mandates_and_verbs_have_names() -> None:
    rules = ruleset()
    told = [TERMS.part(kind) for kind in rules.part_kinds]
    told += [TERMS.axis(law.axis) for law in rules.laws.values()]
    told += [TERMS.mandate(key) for key in rules.mandates]
    told += [TERMS.verb(verb) for verb in SHARED_VERBS]
    assert all(told)


def test_a_price_names_what_it_takes() -> None:
    assert [TERMS.price(price) for price in (Price(1, 3), Price(2), Price())] == [
        "1 credit, 3 voice",
        "2 credits",
        "no cost",
    ]


def test_a_sentence_begins_with_a_capital() -> None:
    assert [sentence(words) for words in ("need falls", "Dr. Voss", "")] == ["Need falls", "Dr. Voss", ""]
