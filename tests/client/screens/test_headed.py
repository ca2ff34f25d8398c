from game.client.scene.items import Text
from game.client.screens.headed import Headed
from game.client.widgets.layout import Space
from tests.support.looks import look, placed


def test_title_body_and_foot_share_the_window() -> None:
    body, foot = Space(height=100), Space(height=58)
    made = placed(Headed("Rooms", "of a server", body, foot), 800, 600)
    assert (body.rect.x, body.rect.right) == (12, 788)
    assert foot.rect.bottom == 600
    assert body.rect.bottom == foot.rect.y - 12
    assert body.rect.y == 56
    assert [item.text for item in made.items(look()) if isinstance(item, Text)] == ["ROOMS", "of a server"]


def test_a_long_subtitle_is_shortened_to_the_window() -> None:
    made = placed(Headed("Rooms", "of a server " * 40, Space(), Space(height=58)), 500, 300)
    shown = [item for item in made.items(look()) if isinstance(item, Text)][1]
    assert shown.text.endswith("…")
    assert shown.x + len(shown.text) * 8 <= 500
