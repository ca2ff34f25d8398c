from pathlib import Path

import pytest

from game.client.assets import AssetMissingError, Assets
from game.client.draw.fonts import FontMeasure
from game.client.look import Look
from game.client.theme import NEON, Face, Style
from game.client.units import Units

pytestmark = pytest.mark.usefixtures("window")

RED = (255, 0, 0)
FACE = Face("text", 16, 600)


def test_letters_no_font_has_fall_back_and_are_measured_as_drawn() -> None:
    assets = Assets()
    measure = FontMeasure(assets)
    runs = assets.runs("ab Привет", FACE)
    assert len(runs) == 2
    assert "".join(run for _, run in runs) == "ab Привет"
    assert measure.width("ab Привет", FACE) == sum(font.size(run)[0] for font, run in runs)
    assert measure.line_height(FACE) > 0


def test_a_lost_file_is_named_in_strict_mode_and_drawn_hollow_in_the_game(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(AssetMissingError, match=r"credits\.svg: not found"):
        Assets(tmp_path, strict=True).icon("credits", 16, RED)
    lenient = Assets(tmp_path)
    assert lenient.icon("credits", 16, RED).get_size() == (16, 16)
    lenient.icon("credits", 16, RED)
    assert caplog.text.count("credits.svg") == 1
    assert not lenient.has("icons/credits.svg")


def test_every_style_finds_its_own_family() -> None:
    assets = Assets(strict=True)
    look = Look(Units(1.0), NEON, FontMeasure(assets))
    for style in Style:
        assert look.width("Aa1", style) > 0
