import pytest

from tests.content.copies import Copy

LAW = ("laws.toml", "open_clinics", '{ target = "price_credits:care", value = -1 }')
LANDMARK = ("landmarks.toml", "council_dome", '{ target = "council", value = 40 }')
EVENT = ("events.toml", "live_demonstration", '{ target = "lean:district", value = 6 }')
TRAIT = ("factions/ca.toml", "alchemist", '{ target = "middle:story_circle", value = 5 }')

SPOILED = [
    (LAW, '{ target = "luck:care", value = 1 }', "target", "price_credits"),
    (LAW, '{ target = "presure:care", value = 120 }', "target", "pressure"),
    (LAW, '{ target = "pressure:prayer", value = 120 }', "target", "story_circle"),
    (LAW, '{ target = "pressure", value = 120 }', "target", "campaign"),
    (LAW, '{ target = "pressure:motion", value = 120 }', "target", "campaign"),
    (LAW, '{ target = "pressure:district", value = 120 }', "target", "campaign"),
    (LAW, '{ target = "price_voice:rally", value = 1 }', "target", "unique"),
    (LAW, '{ target = "credits:district", value = 1 }', "target", "income"),
    (LAW, '{ target = "need:income", value = 1 }', "target", "district"),
    (LAW, '{ target = "voice:travel", value = 1 }', "target", "campaign"),
    (LAW, '{ target = "parts:gold", value = 1 }', "target", "technique"),
    (LAW, '{ target = "harm:crisis", value = 50 }', "target", "'harm'"),
    (LAW, '{ target = "harm", value = 100 }', "value", "not 100"),
    (LAW, '{ target = "harm", value = -50 }', "value", "percent"),
    (LAW, '{ target = "pressure:care", value = 1001 }', "value", "percent"),
    (LAW, '{ target = "need:care", value = 0 }', "value", "amount"),
    (LAW, '{ target = "middle:care", value = -3 }', "value", "more than 0"),
    *(
        (
            LAW,
            f'{{ target = "{target}", value = 90, where = {{ trait = "wealth", most = 0 }} }}',
            "where",
            "none",
        )
        for target in ("upkeep", "tension", "agenda", "credits:income", "voice:income")
    ),
    (LAW, '{ target = "need:care", value = 1, where = { trait = "wealth", most = 2 } }', "where", "0 to 2"),
    (LAW, '{ target = "need:care", value = 1, where = { trait = "lean", least = 101 } }', "where", "100"),
    (LANDMARK, '{ target = "tension", value = 90 }', "target", "law"),
    (LANDMARK, '{ target = "credits:income", value = 1 }', "target", "facility"),
    (EVENT, '{ target = "agenda", value = 90 }', "target", "law"),
    (EVENT, '{ target = "voice:income", value = 1 }', "target", "facility"),
    (TRAIT, '{ target = "shield", value = 5 }', "target", "affinity"),
    (TRAIT, '{ target = "pressure:smile_guild", value = 120 }', "target", "story_circle"),
    (TRAIT, '{ target = "pressure:facility", value = 120 }', "target", "story_circle"),
    (TRAIT, '{ target = "unrest:district", value = -1 }', "target", "forum"),
    (TRAIT, '{ target = "credits:income", value = 1 }', "target", "forum"),
]


@pytest.mark.parametrize(("card", "new", "key", "expected"), SPOILED)
def test_a_change_that_could_never_count_is_told(
    copy: Copy, card: tuple[str, str, str], new: str, key: str, expected: str
) -> None:
    file, name, old = card
    copy.spoil(file, name, old, new)
    fault = copy.only_fault()
    assert fault.file == file
    assert f"changes[{1 if card is EVENT else 0}].{key}" in fault.place
    assert expected in fault.expected


SOUND = [
    (LAW, '{ target = "parts:any", value = 1 }'),
    (LAW, '{ target = "price_voice:motion", value = 1 }'),
    (LAW, '{ target = "price_voice:unique", value = 1 }'),
    (LAW, '{ target = "tension", value = 90 }'),
    (LAW, '{ target = "council", value = 10, where = { trait = "finished", least = 1 } }'),
    (LANDMARK, '{ target = "unrest:district", value = -1, where = { trait = "unrest", least = 6 } }'),
    (EVENT, '{ target = "shield", value = -5 }'),
    (TRAIT, '{ target = "reach", value = 1 }'),
    (TRAIT, '{ target = "parts:art", value = 1 }'),
    (TRAIT, '{ target = "voice:motion", value = 1 }'),
]


@pytest.mark.parametrize(("card", "new"), SOUND)
def test_a_change_that_counts_is_taken(copy: Copy, card: tuple[str, str, str], new: str) -> None:
    file, name, old = card
    copy.spoil(file, name, old, new)
    assert copy.faults() == []
