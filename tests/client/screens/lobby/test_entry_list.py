from game.client.screens.lobby.entries import Entry, Sitting
from game.client.screens.lobby.entry_list import EntryList
from game.client.theme import Banner
from game.rules.ids import Seat
from tests.support.looks import look, placed
from tests.support.stages import texts

ENTRIES = tuple(Entry("r", f"Room {seat}", "facts", "state", seat=Seat(seat)) for seat in range(3))


def shown(entry: Entry, width: int) -> list[str]:
    made = EntryList(lambda: None)
    made.put((entry,))
    return [text.text for text, _ in texts(placed(made, width).items(look()))]


def test_what_is_chosen_stays_chosen_even_of_one_room() -> None:
    made = EntryList(lambda: None)
    made.put(ENTRIES)
    made.choose(2)
    made.put(ENTRIES[1:])
    assert made.entry is ENTRIES[2]
    made.put(ENTRIES[:1])
    assert made.entry is ENTRIES[0]
    made.put(())
    assert made.entry is None


def test_people_are_shown_as_far_as_there_is_room() -> None:
    people = tuple(Sitting(Banner("sra"), f"Somebody {number}") for number in range(6))
    entry = Entry("r", "Room", "facts", "state", people, locked=True)
    assert shown(entry, 900)[-1] == "Somebody 5"
    assert "Somebody 5" not in shown(entry, 400)
