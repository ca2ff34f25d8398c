from game.client.events import TextTyped
from game.client.screens.people.person import Person, PersonDoors, open_person, open_report
from game.client.widgets.layout import Column
from tests.support.stages import Holding, button, click, press, shown, stage, words


class Said:
    def __init__(self) -> None:
        self.words: list[object] = []
        self.stage = stage()
        shown(Holding(self.stage, Column()))

    def open(self, person: Person, *, owner: bool = False) -> None:
        add = self.words.append
        open_person(
            self.stage,
            person,
            PersonDoors(
                talk=lambda: add("talk"),
                ignore=lambda on: add(("ignore", on)),
                report=add,
                mute=(lambda on: add(("mute", on))) if owner else None,
                kick=(lambda: add("kick")) if owner else None,
            ),
        )
        self.stage.items()


def test_every_choice_closes_the_window_and_does_it() -> None:
    said = Said()
    for label in ("Talk privately", "Ignore: show nothing they say"):
        said.open(Person("Mirela", "1520 ±80"))
        assert "1520 ±80" in words(said.stage)
        click(said.stage, button(said.stage, label))
        assert "Mirela" not in words(said.stage)
    said.open(Person("Mirela", "", ignored=True, muted=True), owner=True)
    click(said.stage, button(said.stage, "Let everybody hear them again"))
    said.open(Person("Mirela", "", ignored=True), owner=True)
    click(said.stage, button(said.stage, "Hear again what they say"))
    said.open(Person("Mirela", ""), owner=True)
    press(said.stage, "escape")
    assert said.words == ["talk", ("ignore", True), ("mute", False), ("ignore", False)]


def test_a_report_needs_a_word() -> None:
    said = Said()
    open_report(said.stage, "Mirela", said.words.append)
    press(said.stage, "return")
    said.stage.handle(TextTyped("rude"))
    press(said.stage, "return")
    assert said.words == ["rude"]
    open_report(said.stage, "Mirela", said.words.append)
    press(said.stage, "escape")
    assert "REPORT" not in words(said.stage)
