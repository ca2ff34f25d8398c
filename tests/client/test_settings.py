import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.client.settings import MAP_TRANSFERS, Settings, read_settings, write_settings
from game.client.theme import COLOUR_BLIND_SAFE, NEON

settings = st.builds(
    Settings,
    name=st.text(max_size=24),
    ui_scale=st.none() | st.floats(1, 2),
    palette=st.sampled_from(["neon", "colour-blind-safe", "high-contrast"]),
    reduced_motion=st.booleans(),
    sound_volume=st.floats(0, 1),
    map_transfer=st.sampled_from(MAP_TRANSFERS),
    keys=st.dictionaries(st.text(max_size=9), st.text(max_size=9), max_size=4),
)


@given(settings)
def test_what_is_written_reads_back(given_settings: Settings) -> None:
    assert read_settings(write_settings(given_settings)) == (given_settings, ())


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ("ui_scale", "9.5"),
        ("palette", '"mauve"'),
        ("sound_volume", '"loud"'),
        ("keys", "[1]"),
        ("map_transfer", '"maybe"'),
    ],
)
def test_a_broken_entry_costs_that_entry_only(entry: str, found: str) -> None:
    data = f'{{"name": "Ada", "{entry}": {found}, "narrate": true}}'.encode()
    read, faults = read_settings(data)
    assert [fault.entry for fault in faults] == [entry]
    assert faults[0].why
    assert (read.name, read.narrate) == ("Ada", True)
    assert getattr(read, entry) == getattr(Settings(), entry)


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe", b"[1, 2]"])
def test_a_broken_file_gives_the_defaults_and_says_so(data: bytes) -> None:
    read, faults = read_settings(data)
    assert read == Settings()
    assert len(faults) == 1


def test_unknown_entries_are_left_out() -> None:
    assert read_settings(b'{"colour_of_hat": 3}') == (Settings(), ())


def test_the_palette_by_its_name() -> None:
    assert Settings(palette="colour-blind-safe").colours() is COLOUR_BLIND_SAFE
    assert Settings(palette="gone").colours() is NEON
