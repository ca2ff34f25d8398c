from game.maps import ArtTile, load
from tests.maps.workshop import TINY, Workshop


def test_cells_point_to_tiles_by_kind() -> None:
    art = load(TINY).art
    ground = art.layers[0]

    assert ground.name == "ground"
    assert art.tiles[ground.rows[8][8]].kind == "water0"
    assert art.tiles[ground.rows[0][0]].kind == "plaza0"


def test_empty_cells_and_turned_tiles_are_kept_apart() -> None:
    art = load(TINY).art
    row = art.layers[1].rows[1]

    assert row[0] == -1
    assert art.tiles[row[3]] == ArtTile(0, 0, "plaza0", (False, False, False))
    assert art.tiles[row[2]] == ArtTile(0, 0, "plaza0", (True, False, True))


def test_a_tileset_says_where_its_picture_is() -> None:
    tileset = load(TINY).art.tilesets[0]

    assert tileset.image == TINY / "flat.png"
    assert (tileset.tile_width, tileset.tile_height, tileset.columns, tileset.offset) == (64, 32, 2, (0, 0))
    assert tileset.kinds == {0: "plaza0", 1: "water0"}


def test_layers_hidden_or_named_with_an_underscore_are_not_drawn(tiny: Workshop) -> None:
    tiny.edit('name="ground"', 'name="_ground"').edit('name="roofs"', 'name="roofs" visible="0"')

    assert tiny.load().art.layers == ()


def test_cells_know_their_district() -> None:
    loaded = load(TINY)
    keys = [plan.key for plan in loaded.city.districts]
    rows = loaded.art.district_of

    assert len(rows) == 12
    assert {len(row) for row in rows} == {12}
    assert keys[rows[0][0]] == "north_row"
    assert keys[rows[4][4]] == "west_yard"
    assert keys[rows[4][5]] == "east_side"
    assert keys[rows[11][11]] == "island"
    assert rows[8][8] == -1


def test_outlines_and_landmarks_are_in_tiles() -> None:
    art = load(TINY).art

    assert art.outlines[1] == ((9.0, 9.0), (12.0, 9.0), (12.0, 12.0), (9.0, 12.0))
    assert [(mark.kind, mark.district, mark.at) for mark in art.landmarks] == [
        ("transit_hub", 0, (10.0, 6.0))
    ]


def test_an_orthogonal_map_counts_in_tile_widths(tiny: Workshop) -> None:
    tiny.edit('orientation="isometric"', 'orientation="orthogonal"').edit('tilewidth="64"', 'tilewidth="32"')

    assert tiny.load().art.outlines == load(TINY).art.outlines
