import json

import pytest
from rich.console import Console

from game.lab.load.figures import Calm, Figures, Marks, Stages, figures, spread
from game.lab.load.load import Load
from game.lab.load.report import report, to_json
from game.lab.load.samples import Samples
from game.lab.load.served import Usage
from game.lab.load.stalls import Stall, Witnessed

LOAD = Load(2, 3, 5, "maps/core", "short", "none", 1, 15, 120.0, 60.0)


def samples() -> Samples:
    found = Samples(turns=10, matches=2, bytes_in=60_000, bytes_out=6_000, seconds=2.0, cpu=0.01)
    for number in range(1, 101):
        found.took("save", 0.0, number / 1000)
    for number in range(1, 31):
        found.took("ready", 0.0, number / 1000)
        found.weighed("patch", 400 + number)
    found.took("update", 0.1, 0.112)
    return found


def added(measured: Samples, *, known: bool = True) -> Figures:
    none = Usage(None, None)
    marks = Marks(
        Usage(1.0, 50_000_000), Usage(1.1, 50_600_000), Usage(1.5, 51_000_000), Usage(1.6, 52_000_000)
    )
    return figures(
        LOAD, 1, measured, marks if known else Marks(none, none, none, none), Stages(0.5, 0.25), [0.2]
    )


def test_percentiles_are_by_nearest_rank() -> None:
    found = spread([float(value) for value in range(1, 101)])
    assert (found.count, found.p50, found.p90, found.p99, found.most) == (100, 50, 90, 99, 100)
    assert spread([7.0]).p50 == spread([7.0]).p99 == 7.0
    assert spread([]).count == 0


def test_costs_and_rates() -> None:
    found = added(samples())
    assert found.acknowledged.count == 130
    assert found.cpu_per_turn == pytest.approx(10)
    assert found.turns_per_cpu_second == pytest.approx(100)
    assert found.driver_cpu_per_turn == pytest.approx(1)
    assert (found.turns_per_second, found.saves_per_second) == (5, 50)
    assert (found.down, found.up) == (2000, 200)
    assert (found.connects_per_second, found.joins_per_second) == (12, 24)
    assert found.joins_per_cpu_second == pytest.approx(15)
    assert found.memory_per_connection == 100_000
    assert found.memory_per_room == 200_000


def test_what_the_system_does_not_tell_stays_open() -> None:
    found = added(samples(), known=False)
    assert found.cpu_per_turn is None
    assert found.memory_per_room is None
    assert "CPU a turn, ms" in told(found)
    assert "server's CPU" not in told(found)


def test_what_a_stall_disturbed_is_left_out_and_counted() -> None:
    """All begin at 0 and end by 100 ms; the update begins then."""
    measured = samples()
    measured.witnessed = Witnessed(2.0, (Stall(0.0205, 0.0305),))
    found = added(measured).undisturbed
    assert found is not None
    assert (found.acknowledged.left_out, found.acknowledged.spread.count) == (80 + 10, 20 + 20)
    assert found.acknowledged.spread.most == 20
    assert (found.update.left_out, found.update.spread.p50) == (0, 12)
    assert (found.stalls, found.share) == (1, 0.005)


def test_without_a_stall_the_same_figures_stand_with_nothing_left_out() -> None:
    measured = samples()
    measured.witnessed = Witnessed(2.0, ())
    found = added(measured)
    assert found.undisturbed is not None
    assert found.undisturbed.acknowledged == Calm(found.acknowledged, 0)
    assert found.undisturbed.update == Calm(found.times["update"], 0)
    assert (found.undisturbed.stalls, found.undisturbed.share) == (0, 0)


def told(found: Figures) -> str:
    console = Console(width=120, record=True, file=None, quiet=False)
    with console.capture() as captured:
        console.print(report(found))
    return captured.get()


def test_the_table_has_every_figure_and_every_trouble() -> None:
    measured = samples()
    measured.failure("update 7 came after 5")
    measured.refusals["busy"] = 3
    measured.out_of_time = True
    words = told(added(measured))
    assert "2 rooms of 3, 5 turns each, 15 saves a turn, 120 saves a second" in words
    assert "last ready to update, ms" in words
    assert "server's CPU a turn, ms" in words
    assert "refused 3 times: busy" in words
    assert "1 rooms could not go on" in words
    assert "update 7 came after 5" in words
    assert "time was up after 60 s" in words


def test_the_table_tells_what_undisturbed_leaves_out() -> None:
    measured = samples()
    measured.witnessed = Witnessed(2.0, (Stall(0.0205, 0.0305), Stall(0.15, 0.25)))
    words = told(added(measured))
    (all_of_it, undisturbed) = (row_of(words, "acknowledged, ms"), row_of(words, "of it undisturbed, ms"))
    assert (all_of_it[0], undisturbed[0]) == ("130", "40")
    assert row_of(words, "of them undisturbed, ms")[0] == "1"
    assert "The machine itself stood still 2 times, 5.5% of the time." in " ".join(words.split())
    assert "within 2 times its length after it" in " ".join(words.split())
    assert "90 of 130 acknowledgements, 0 of 1 updates" in " ".join(words.split())


def test_undisturbed_stays_in_the_table_where_nothing_is() -> None:
    measured = samples()
    measured.witnessed = Witnessed(2.0, (Stall(0.0, 1.0),))
    words = told(added(measured))
    assert row_of(words, "of it undisturbed, ms") == ["0", "-", "-", "-", "-"]


def test_without_a_witness_nothing_is_said_of_stalls() -> None:
    found = added(samples())
    assert found.undisturbed is None
    assert "undisturbed" not in told(found)
    assert "stood still" not in told(found)


def row_of(words: str, name: str) -> list[str]:
    """The figures of a row."""
    line = next(line for line in words.splitlines() if line.strip(" │").startswith(name))
    return [cell.strip() for cell in line.split("│")[2:-1]]


def test_json_has_every_figure() -> None:
    measured = samples()
    measured.witnessed = Witnessed(2.0, (Stall(0.0205, 0.0305),))
    written = json.loads(to_json(added(measured)))
    assert written["undisturbed"]["acknowledged"]["left_out"] == 90
    assert written["undisturbed"]["acknowledged"]["spread"]["count"] == 40
    assert written["undisturbed"]["update"]["spread"]["p50"] == 12
    assert (written["undisturbed"]["stalls"], written["undisturbed"]["share"]) == (1, 0.005)
    assert written["cpu_per_turn"] == pytest.approx(10)
    assert written["times"]["save"]["p99"] == 99
    assert written["load"]["rooms"] == 2
