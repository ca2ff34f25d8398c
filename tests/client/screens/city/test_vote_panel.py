from game.client.geometry import Rect
from game.client.model.match import MatchModel
from game.client.model.story import Vote
from game.client.scene.items import Group, Text
from game.client.scene.marks import Bar
from game.client.screens.city.cockpit import Cockpit
from game.client.screens.city.vote_panel import vote_items
from game.rules.ids import Seat
from game.rules.ledger import Decided, Voted
from tests.support.rehearsals import rehearsed
from tests.support.stages import stage


async def drawn(*votes: Vote) -> list[object]:
    _, client = await rehearsed(0)
    on = stage(1280, 720, None)
    desk = Cockpit(on, MatchModel(client, on.say))
    groups = vote_items(desk, on.desk.look, Rect(0, 0, 1280, 720), votes)
    return [item for group in groups if isinstance(group, Group) for item in group.items]


def vote(*ballots: tuple[int, bool, int], passed: bool) -> Vote:
    cast = tuple(Voted("open_clinics", Seat(seat), aye, (), weight) for seat, aye, weight in ballots)
    ayes, nays = (sum(b.weight for b in cast if b.aye is aye) for aye in (True, False))
    return Vote(Decided("open_clinics", Seat(0), ayes, nays, passed, 12 if passed else 0), cast)


async def test_ayes_stand_left_and_nays_right() -> None:
    items = await drawn(vote((0, True, 600), (-1, False, 200), passed=True))
    left, right = (item for item in items if isinstance(item, Bar))
    assert left.rect.right <= right.rect.x
    assert left.rect.w == 3 * right.rect.w or abs(left.rect.w - 3 * right.rect.w) <= 3
    said = [item.text for item in items if isinstance(item, Text)]
    assert "PASSED" in said
    assert "600 for, 200 against" in said
    assert "in force until turn 12" in said


async def test_a_law_that_failed_says_so_and_has_no_last_turn() -> None:
    items = await drawn(vote((1, False, 300), passed=False))
    said = [item.text for item in items if isinstance(item, Text)]
    assert "FAILED" in said
    assert not any(text.startswith("in force") for text in said)
    assert len([item for item in items if isinstance(item, Bar)]) == 1
