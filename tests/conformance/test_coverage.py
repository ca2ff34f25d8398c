"""Every numbered rule of the rule book has a case, and every case speaks of rules that exist."""

from game.text.rulebook import numbered_rules
from tests.conformance.case import all_cases

COVERED = {rule for case in all_cases() for rule in case.rules}


def test_every_rule_has_a_case() -> None:
    missing = [rule for rule in numbered_rules() if rule not in COVERED]
    assert not missing, f"No case for the rules {', '.join(missing)}. Mend: add one under cases/"


def test_every_case_names_rules_of_the_book() -> None:
    known = set(numbered_rules())
    unknown = {case.id: rule for case in all_cases() for rule in case.rules if rule not in known}
    assert not unknown, f"Cases that name no rule: {unknown}. Mend: follow the book's numbers"


def test_a_case_is_numbered_after_a_rule_it_covers() -> None:
    assert not [case.id for case in all_cases() if case.id.split("-")[0] not in case.rules]


def test_there_are_many_cases() -> None:
    assert len(all_cases()) >= 150
