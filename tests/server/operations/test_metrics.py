import math

from prometheus_client.parser import text_string_to_metric_families

from game import __version__
from game.protocol import messages as say
from game.protocol.refusals import ALL_CODES, Refused
from server.meters import Meters
from server.operations.metrics import Exposition, MeterCollector


def figures(meters: Meters) -> dict[tuple[str, str], float]:
    """Every sample by its name and the value of its only label."""
    text = (
        Exposition(MeterCollector(meters, lambda: {say.PLAYING: 3}, lambda: {"ready": 1.0})).text().decode()
    )
    families = text_string_to_metric_families(text)
    samples = [sample for family in families for sample in family.samples]
    return {(sample.name, "".join(sample.labels.values())): sample.value for sample in samples}


def test_what_was_counted_is_read_back() -> None:
    meters = Meters()
    meters.connections_open, meters.turns, meters.frames_in = 2, 7, 11
    meters.commands[say.SaveSlate] = 5
    meters.refusals[Refused.LATE] = 4
    meters.cuts["slow"] = 1
    found = figures(meters)
    assert found["neo_sanctum_connections", ""] == 2
    assert found["neo_sanctum_turns_total", ""] == 7
    assert found["neo_sanctum_frames_total", "in"] == 11
    assert found["neo_sanctum_commands_total", "save"] == 5
    assert found["neo_sanctum_refusals_total", "late"] == 4
    assert found["neo_sanctum_cuts_total", "slow"] == 1
    assert found["neo_sanctum_rooms", "playing"] == 3
    assert found["neo_sanctum_rooms", "lobby"] == 0
    assert found["neo_sanctum_state", "ready"] == 1
    assert found["neo_sanctum_build_info", __version__] == 1


def test_a_histogram_is_cumulative() -> None:
    meters = Meters()
    for seconds in (0.0004, 0.02, 60.0):
        meters.acknowledged.observe(seconds)
    found = figures(meters)
    name = "neo_sanctum_acknowledgement_seconds"
    assert found[f"{name}_bucket", "0.0005"] == 1
    assert found[f"{name}_bucket", "0.025"] == 2
    assert found[f"{name}_bucket", "+Inf"] == found[f"{name}_count", ""] == 3
    assert math.isclose(found[f"{name}_sum", ""], 60.0204)


def test_every_refusal_and_every_command_is_there_before_the_first() -> None:
    found = figures(Meters())
    assert {code for name, code in found if name == "neo_sanctum_refusals_total"} == ALL_CODES
    assert ("neo_sanctum_commands_total", "create") in found


def test_what_the_process_uses_is_there() -> None:
    assert figures(Meters())["process_resident_memory_bytes", ""] > 1e6
