import pytest

from game.cli.terms import TypedTerms, terms_of
from game.protocol.messages import Absence


def test_what_was_typed_becomes_terms() -> None:
    terms = terms_of(TypedTerms(timer=90, bank=300, hold=60, absent="pass", delay=-1, password="sesame"))
    assert (terms.timer, terms.bank, terms.grace, terms.delay) == (90, 300, 15, None)
    assert (terms.absence, terms.password) == (Absence(60, "pass"), "sesame")


def test_days_have_a_calendar_by_this_machines_clock() -> None:
    calendar = terms_of(TypedTerms(every=24, hours="8-22", weekends_off=True)).calendar
    assert calendar is not None
    assert (calendar.every, calendar.active_from, calendar.active_to) == (24, 8, 22)
    assert calendar.weekends_off


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (TypedTerms(timer=90, every=24), "--every: found it beside --timer"),
        (TypedTerms(every=24, hours="22-8"), "--hours: found '22-8'"),
        (TypedTerms(every=24, hours="late"), "--hours: found 'late'"),
        (TypedTerms(absent="friend"), "--absent: found 'friend'"),
        (TypedTerms(bank=4000), "bank: found 4000"),
        (TypedTerms(every=500), "calendar: found"),
        (TypedTerms(language="E N"), "language: found E N"),
    ],
)
def test_what_cannot_be_is_told_with_its_mend(
    typed: TypedTerms, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        terms_of(typed)
    told = capsys.readouterr().err
    assert words in told
    assert "Mend: " in told
