from game.client.events import TextTyped
from game.client.screens.lobby.entries import Entry
from game.client.screens.lobby.filters import Filters
from game.client.widgets.choice import Choice
from game.client.widgets.entry import TextEntry
from tests.support.stages import Holding, find, shown, stage

ENTRIES = (
    Entry("1", "Late shift", "", "", mode="free", language="de"),
    Entry("2", "Early shift", "", "", mode="teams", language="en"),
    Entry("3", "Any", "", "", mode="free"),
)


def made() -> tuple[Filters, list[str]]:
    said: list[str] = []
    filters = Filters(stage(), lambda: said.append("changed"))
    shown(Holding(filters._stage, filters))
    filters.put(ENTRIES)
    return filters, said


def passed(filters: Filters) -> list[str]:
    return [entry.key for entry in filters.passed(ENTRIES)]


def test_words_language_and_mode_narrow_the_list() -> None:
    filters, said = made()
    language, mode = find(filters._stage, Choice)
    assert passed(filters) == ["1", "2", "3"]
    language.choose(language.labels.index("German"))
    assert passed(filters) == ["1", "3"], "a room in any language is for everybody"
    mode.choose(mode.labels.index("Teams of Two"))
    assert passed(filters) == []
    mode.choose(0)
    language.choose(0)
    entry = find(filters._stage, TextEntry)[0]
    filters._stage.desk.focus_on(entry)
    filters._stage.handle(TextTyped("shift"))
    assert passed(filters) == ["1", "2"]
    assert said == ["changed"] * 5


def test_what_is_there_only_once_needs_no_chooser_and_a_choice_that_is_gone_is_forgotten() -> None:
    filters, _ = made()
    language = find(filters._stage, Choice)[0]
    language.choose(language.labels.index("German"))
    filters.put(ENTRIES[1:])
    assert find(filters._stage, Choice)[0].labels == ("any mode", "Free for All", "Teams of Two")
    assert passed(filters) == ["1", "2", "3"]
