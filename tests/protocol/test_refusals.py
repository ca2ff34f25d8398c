import pytest

from game.protocol.refusals import ALL_CODES, Refused, of_fault, refusal
from game.rules.errors import Code, Fault
from game.text.catalog import Catalog

PARAMETERS: dict[str, str | int] = {
    "found": 3, "expected": 2, "most": 9, "least": 1, "known": "a, b", "detail": "x", "leader": "juno",
    "district": "dome", "here": "plaza", "turn": 7, "verb": "care", "facility": "school", "slots": 2,
    "price": 9, "purse": 4, "at": 5, "owner": "Ann", "seat": 1, "waiting": 2, "law": "quiet_streets", "kind": "art",
    "until": "2146-01-01", "reason": "x", "active_from": 8, "active_to": 6,
}  # fmt: skip


@pytest.mark.parametrize("code", sorted(ALL_CODES))
def test_every_code_has_a_text_and_a_mend(code: str) -> None:
    catalog = Catalog("en", strict=True)
    text = catalog.say(f"refusal-{code}", **PARAMETERS)
    mend = catalog.say(f"refusal-{code}-mend", **PARAMETERS)
    assert text
    assert mend
    assert text != mend


def test_the_codes_of_rules_and_protocol_do_not_meet() -> None:
    assert len(ALL_CODES) == len(Code) + len(Refused)


def test_a_fault_of_the_rules_keeps_its_place_and_figures() -> None:
    fault = Fault(Code.TOO_FEW_CREDITS, -1, "credits", {"price": 9, "purse": 4})
    made = of_fault(fault)
    assert (made.code, made.order, made.field, made.parameters) == (
        "too_few_credits",
        -1,
        "credits",
        {"price": 9, "purse": 4},
    )


def test_a_refusal_has_no_words_until_it_is_given_some() -> None:
    made = refusal(Refused.LATE, "turn", found=3, expected=4)
    assert (made.text, made.mend) == ("", "")
