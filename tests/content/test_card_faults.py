import pytest

from tests.content.copies import Copy


@pytest.mark.parametrize(
    ("file", "key", "words", "place", "found"),
    [
        ("laws.toml", "open_clinics", ('["sra"]', '["src"]'), "laws.open_clinics.helps", "'src'"),
        ("laws.toml", "open_clinics", ('["occ"]', '["acc"]'), "laws.open_clinics.hurts", "'acc'"),
        (
            "laws.toml",
            "open_clinics",
            ('["occ"]', '["sra"]'),
            "laws.open_clinics.hurts",
            "'sra', which it helps too",
        ),
        (
            "laws.toml",
            "open_clinics",
            ('"need"', '"support"'),
            "laws.open_clinics.residents.reads",
            "'support'",
        ),
        ("events.toml", "whistleblower", ('"forum"', '"prayer"'), "events.whistleblower.answers", "'prayer'"),
        ("events.toml", "whistleblower", ('"forum"', '"rally"'), "events.whistleblower.answers", "'rally'"),
        (
            "events.toml",
            "whistleblower",
            ("least = 1", "least = 9"),
            "events.whistleblower.places[0]",
            "no district",
        ),
        ("events.toml", "whistleblower", ("harm =", "harm = {} #"), "events.whistleblower.harm", "none"),
        (
            "events.toml",
            "rooftop_choir",
            ("places", "harm = { need = 1 }\nplaces"),
            "events.rooftop_choir.harm",
            "harm",
        ),
        ("events.toml", "rooftop_choir", ("places", "voice = 1\nplaces"), "events.rooftop_choir.voice", "1"),
        (
            "events.toml",
            "rooftop_choir",
            ("places", "switches_off = true\nplaces"),
            "events.rooftop_choir.harm",
            "harm",
        ),
        ("mandates.toml", "last_word", (", least = 18", ""), "mandates.last_word.measures[0]", "no bound"),
        ("landmarks.toml", "gala_hall", ("150", "100"), "landmarks.gala_hall.changes[0].value", "100"),
    ],
)
def test_a_card_that_does_not_hold_together_is_told(
    copy: Copy, file: str, key: str, words: tuple[str, str], place: str, found: str
) -> None:
    copy.spoil(file, key, *words)
    fault = copy.only_fault()
    assert (fault.file, fault.place) == (file, place)
    assert found in fault.found


def test_a_crisis_needs_an_answer(copy: Copy) -> None:
    copy.spoil("events.toml", "whistleblower", 'answers = ["forum"]\nvoice = 1\n', "")
    assert copy.only_fault().place == "events.whistleblower.answers"


def test_an_opportunity_needs_a_reward(copy: Copy) -> None:
    copy.add("events.toml", '[[events]]\nkey = "dull_day"\nkind = "opportunity"')
    assert copy.only_fault().place == "events.dull_day.changes"


def test_an_axis_needs_two_laws(copy: Copy) -> None:
    for key in ("smile_levy", "sponsored_stages", "premium_licence"):
        copy.spoil("laws.toml", key, '"commerce"', '"care"')
    fault = copy.only_fault()
    assert (fault.place, fault.found, fault.expected) == ("laws", "1", "at least 2 on the axis commerce")


def test_each_seat_needs_its_mandates(copy: Copy) -> None:
    copy.edit("rules.toml", "dealt = 2", "dealt = 4")
    path = copy.folder / "mandates.toml"
    path.write_text("".join(path.read_text(encoding="utf-8").partition("[[mandates]]")[:1]), encoding="utf-8")
    fault = copy.only_fault()
    assert (fault.file, fault.found) == ("mandates.toml", "0")
