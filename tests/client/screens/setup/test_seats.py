from game.client.scene.items import Icon, Text
from game.client.scene.marks import Emblem
from game.client.screens.faction_sheet.facts import facts_of
from game.client.screens.setup.plan import CLOSED, SeatChoice
from game.client.screens.setup.seats import Option, SeatRow
from game.client.widgets.choice import Choice
from game.content import ruleset
from game.protocol.messages import YOU
from game.rules.ids import FactionKey
from tests.support.looks import look, placed
from tests.support.saying import say


def row(choice: SeatChoice, lines: int = 3, said: list[str] | None = None) -> SeatRow:
    heard = said if said is not None else []
    facts = facts_of(ruleset(), FactionKey(choice.faction), say) if choice.faction != "any" else None
    made = SeatRow(choice, 0, facts, say, lines)
    factions = (Option("sra", "SRA"), Option("any", "Any"))
    players = (Option(YOU, "You"), Option("greedy", "Computer"))
    made.offer((factions, heard.append), (players, heard.append), lambda: heard.append("sheet"))
    size = made.wanted(look(), 800)
    return placed(made, 800, size.h)


def test_it_tells_what_the_faction_is_about() -> None:
    items = row(SeatChoice("sra", YOU)).items(look())
    said = " ".join(item.text for item in items if isinstance(item, Text))
    assert "Legacy for each underserved district" in said
    assert "Rally: pressure 12" in said
    assert any(isinstance(item, Emblem) for item in items)


def test_fewer_lines_make_it_lower() -> None:
    assert row(SeatChoice("sra", YOU), 1).rect.h < row(SeatChoice("sra", YOU), 3).rect.h


def test_an_open_faction_has_no_sheet_and_no_emblem() -> None:
    made = row(SeatChoice("any", YOU))
    items = made.items(look())
    assert not any(isinstance(item, Emblem) for item in items)
    assert any(isinstance(item, Icon) and item.name == "random" for item in items)
    assert not made.children()[2].visible


def test_a_seat_nobody_plays_tells_nothing_of_its_faction() -> None:
    items = row(SeatChoice("sra", CLOSED)).items(look())
    assert not [item for item in items if isinstance(item, Text) and "Legacy" in item.text]


def test_its_choosers_name_the_key_chosen() -> None:
    said: list[str] = []
    made = row(SeatChoice("sra", YOU), said=said)
    for child in made.children()[:2]:
        assert isinstance(child, Choice)
        child.choose(1)
    assert said == ["any", "greedy"]
