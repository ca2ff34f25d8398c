from game.client.model.talk import MOST_LINES, Talk
from game.link import happenings as told
from game.protocol.messages import Line
from game.rules.ids import Seat


def line(text: str, name: str = "Mirela", seat: int = 1, at: int = 0) -> Line:
    return Line(name, text, at, Seat(seat))


def heard(*lines: Line, room: str = "r") -> told.LinesHeard:
    return told.LinesHeard(room, lines)


def test_rooms_and_the_lobby_are_kept_apart() -> None:
    talk = Talk()
    assert talk.take(heard(line("a")))
    assert talk.take(heard(line("b", seat=-1), room=""))
    assert ([said.text for said in talk.lines("r")], [said.text for said in talk.lines()]) == (["a"], ["b"])
    assert not talk.take(told.ServerStopping())


def test_lines_of_others_are_unread_until_read() -> None:
    talk = Talk()
    talk.take(heard(line("a"), line("b", "Ada", 0)), Seat(0))
    assert talk.unread("r") == 1
    before = talk.version
    talk.read("r")
    talk.read("r")
    assert (talk.unread("r"), talk.version) == (0, before + 1)
    talk.take(heard(line("c", "Ada", 0)))
    assert talk.unread("r") == 1, "who only watches has no lines of their own"


def test_what_is_said_once_more_after_a_drop_is_taken_once() -> None:
    talk = Talk()
    talk.take(heard(line("a"), line("b")))
    talk.take(heard(line("a"), line("b"), line("c")))
    assert [said.text for said in talk.lines("r")] == ["a", "b", "c"]
    assert talk.unread("r") == 3


def test_who_is_ignored_is_not_shown_and_comes_back_with_all_they_said() -> None:
    heard_of: list[frozenset[str]] = []
    talk = Talk(("Mirela",), heard_of.append)
    talk.take(heard(line("a"), line("b", "Ada", 0)))
    assert ([said.text for said in talk.lines("r")], talk.unread("r")) == (["b"], 1)
    talk.ignore("Mirela", ignored=False)
    talk.ignore("Ada", ignored=True)
    assert [said.text for said in talk.lines("r")] == ["a"]
    assert talk.ignored == {"Ada"}
    assert heard_of == [set(), {"Ada"}]


def test_old_lines_go() -> None:
    talk = Talk()
    talk.take(heard(*(line(str(number), at=number) for number in range(MOST_LINES + 1))))
    assert [talk.lines("r")[0].text, len(talk.lines("r"))] == ["1", MOST_LINES]


def test_an_announcement_stays_until_it_is_dismissed() -> None:
    talk = Talk()
    assert talk.take(told.AnnouncementHeard("stopping at noon"))
    assert talk.announcement == "stopping at noon"
    talk.dismiss()
    assert talk.announcement == ""
