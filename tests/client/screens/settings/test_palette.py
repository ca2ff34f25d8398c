from game.client.scene.marks import Bar, Emblem, Sign
from game.client.screens.settings.palette import PalettePreview
from game.client.theme import COLOUR_BLIND_SAFE
from tests.support.looks import look, placed


def test_it_shows_every_sign_in_the_palette_in_force() -> None:
    preview = placed(PalettePreview(), 500, 36)
    items = preview.items(look(palette=COLOUR_BLIND_SAFE))
    assert sum(isinstance(item, Emblem) for item in items) == 4
    assert any(isinstance(item, Bar) for item in items)
    signs = {item.kind: item.colour for item in items if isinstance(item, Sign)}
    assert signs == {"up": COLOUR_BLIND_SAFE.go, "down": COLOUR_BLIND_SAFE.loss}
