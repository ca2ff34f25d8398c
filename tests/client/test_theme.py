import pytest

from game.client.theme import HIGH_CONTRAST, NEON, PALETTES, RESIDENTS, Banner, hatch_of, mix, signs_of

FACTIONS = ("sra", "occ", "ca", "residents")


def luminance(colour: tuple[int, int, int]) -> float:
    parts = [c / 255 / 12.92 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(a: tuple[int, int, int], b: tuple[int, int, int]) -> float:
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_no_two_factions_share_a_sign() -> None:
    signs = [signs_of(Banner(f)) for f in FACTIONS]
    for sign in ("shape", "hatches", "border", "stroke"):
        assert len({getattr(s, sign) for s in signs}) == len(FACTIONS)


@pytest.mark.parametrize("name", PALETTES)
def test_in_every_palette_factions_and_meanings_differ(name: str) -> None:
    palette = PALETTES[name]
    colours = [palette.of(Banner(f)) for f in FACTIONS] + [palette.go, palette.loss]
    assert len(set(colours)) == len(colours)


@pytest.mark.parametrize("name", PALETTES)
def test_in_every_palette_words_can_be_read(name: str) -> None:
    palette = PALETTES[name]
    for ink in (palette.text, palette.soft, palette.dim):
        assert contrast(ink, palette.panel) >= 4.5
    assert contrast(palette.on_go, palette.go) >= 4.5
    assert contrast(palette.faint, palette.panel) >= 3


def test_high_contrast_reads_better_than_neon() -> None:
    assert contrast(HIGH_CONTRAST.faint, HIGH_CONTRAST.panel) > contrast(NEON.faint, NEON.panel)


def test_a_second_chapter_has_another_tint_and_hatch() -> None:
    first, second = Banner("sra"), Banner("sra", 1)
    assert NEON.of(first) != NEON.of(second)
    assert hatch_of(first) != hatch_of(second)


def test_an_unknown_faction_is_named() -> None:
    with pytest.raises(KeyError, match="'xyz' has no signs"):
        NEON.of(Banner("xyz"))


def test_residents_are_muted_in_bars() -> None:
    assert NEON.bar(RESIDENTS) == NEON.residents_bar
    assert NEON.bar(Banner("occ")) == NEON.occ


def test_mix_is_held() -> None:
    assert mix((0, 0, 0), (100, 200, 50), 0.5) == (50, 100, 25)
    assert mix((0, 0, 0), (100, 200, 50), 7) == (100, 200, 50)
