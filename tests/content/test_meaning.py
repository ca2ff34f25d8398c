from msgspec.structs import replace

from game.content import ruleset
from game.content.meaning import meaning_faults
from game.rules.ids import FactionKey


def test_the_shipped_content_has_no_fault() -> None:
    assert meaning_faults(ruleset()) == []


def test_faults_come_in_the_order_of_the_files() -> None:
    rules = ruleset()
    sra = FactionKey("sra")
    spoiled = replace(
        rules,
        contest=replace(rules.contest, freshness=(30, 100)),
        factions={**rules.factions, sra: replace(rules.factions[sra], speciality="money")},
        laws={**rules.laws, "mural": replace(rules.laws["mural_fund"], helps=("nobody",))},
        modes={},
    )
    told = [fault.file for fault in meaning_faults(spoiled)]
    assert told == ["rules.toml", "factions/sra.toml", "laws.toml", "laws.toml", "modes/"]
