from game.client.screens.city import fracture_sums
from game.rules.ids import Seat
from tests.support.cockpits import cockpit_of, seeing, seen
from tests.support.matches import CA, OCC, SRA, public, seat
from tests.support.rehearsals import lively


async def test_the_steps_are_those_of_the_ruleset() -> None:
    async with cockpit_of() as cockpit:
        assert [step.at for step in fracture_sums.steps(cockpit)] == [25, 50, 75, 100]
        assert "20%" in fracture_sums.steps(cockpit)[1].words


async def test_the_step_reached_is_the_highest_passed() -> None:
    async with cockpit_of() as cockpit:
        for fracture, at in ((24, None), (25, 25), (74, 50), (75, 75)):
            seeing(cockpit, public(seen(cockpit), fracture=fracture))
            reached = fracture_sums.step_reached(cockpit)
            assert (reached and reached.at) == at


async def test_the_card_tells_passed_steps_from_those_ahead() -> None:
    async with cockpit_of() as cockpit:
        seeing(cockpit, public(seen(cockpit), fracture=60))
        tip = fracture_sums.fracture_sum(cockpit)()
        steps = [row for row in tip.rows if row.value in ("25", "50", "75", "100") and row.kind != "sum"]
        assert [row.kind for row in steps][-4:] == ["term", "term", "none", "none"]
        assert "15 to go" in steps[-2].source
        assert "thanked ×2" in steps[-3].source


async def test_the_blame_record_begins_with_the_least_blamed() -> None:
    async with cockpit_of(4, lively) as cockpit:
        state = seen(cockpit)
        for who, blame in ((SRA, 250), (OCC, 0), (CA, 100)):
            state = seat(state, who, blame=blame)
        seeing(cockpit, state)
        tip = fracture_sums.blame_tip(cockpit)
        assert [row.value for row in tip.rows] == ["0", "1", "2.5"]
        assert [row.name for row in tip.rows] == [cockpit.words.faction(Seat(n)) for n in (1, 2, 0)]
        opens = fracture_sums.fracture_sum(cockpit)().rows[-1].opens
        assert opens is not None
        assert opens() == tip
