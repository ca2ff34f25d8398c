"""The isometric tilesets of the kit: of tiles, of landmarks, of special works, and their Tiled descriptions."""

from collections.abc import Iterable
from dataclasses import dataclass

from buildings import BUILDERS, building
from files import Output
from ground import SHEET_HEIGHT, TILE_WIDTH
from grounds import grounds
from landmarks import LANDMARKS, SHEET_WIDTH, drawn
from landmarks import SHEET_HEIGHT as LANDMARK_HEIGHT
from monuments import MONUMENTS
from palette import ACCENTS
from PIL import Image
from works import SHEET_HEIGHT as WORKS_HEIGHT
from works import works

FOLDER = "maps/core"
COLUMNS = 15
WORKS_COLUMNS = 13

Terrain = tuple[str, str, tuple[str, ...]]
"""What Tiled's terrain brush paints with: a name, a colour for its button, and the kinds it mixes."""

TERRAINS: tuple[Terrain, ...] = (
    ("Plaza", "#8f94c8", ("plaza0", "plaza1", "plaza2")),
    ("Water", "#26cdff", ("water0", "water1", "water2")),
    ("Park", "#62f4be", ("park0", "park1")),
    ("Trees", "#2f9a6b", ("park2", "park3")),
)


@dataclass(frozen=True)
class Sheet:
    """A grid of equal cells; `spans` says how many tiles wide each picture stands."""

    name: str
    cell: tuple[int, int]
    pictures: dict[str, Image.Image]
    spans: dict[str, int]
    columns: int
    terrains: tuple[Terrain, ...] = ()

    @property
    def rows(self) -> int:
        """How many rows the pictures fill."""
        return -(-len(self.pictures) // self.columns)

    def image(self) -> Image.Image:
        """All pictures in one, cell by cell."""
        wide, high = self.cell
        whole = Image.new("RGBA", (wide * self.columns, high * self.rows))
        for number, picture in enumerate(self.pictures.values()):
            row, column = divmod(number, self.columns)
            whole.paste(picture, (column * wide, row * high))
        return whole

    def description(self) -> str:
        """The .tsx text: each tile with its `kind`, wide ones with their `span`."""
        wide, high = self.cell
        # Tiled stands a picture on the left foot of its cell; a wide one must be moved left to stand centred.
        offset = (TILE_WIDTH - wide) // 2
        shift = f' <tileoffset x="{offset}" y="0"/>\n' if offset else ""
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<tileset version="1.8" tiledversion="1.8.2" name="{self.name}" tilewidth="{wide}" tileheight="{high}"'
            f' tilecount="{len(self.pictures)}" columns="{self.columns}">\n{shift}'
            f' <grid orientation="isometric" width="{TILE_WIDTH}" height="{TILE_WIDTH // 2}"/>\n'
            f' <image source="{self.name}.png" width="{wide * self.columns}" height="{high * self.rows}"/>\n'
            f"{''.join(self._tiles())}{''.join(self._terrain_set())}</tileset>\n"
        )

    def _terrain_set(self) -> Iterable[str]:
        """Each terrain's tiles fit it at every corner, so the brush mixes them as it paints."""
        if not self.terrains:
            return
        numbers = {kind: number for number, kind in enumerate(self.pictures)}
        yield ' <wangsets>\n  <wangset name="Ground" type="corner" tile="-1">\n'
        for name, colour, _ in self.terrains:
            yield f'   <wangcolor name="{name}" color="{colour}" tile="-1" probability="1"/>\n'
        for place, (_, _, kinds) in enumerate(self.terrains, start=1):
            for kind in kinds:
                yield f'   <wangtile tileid="{numbers[kind]}" wangid="{",".join(["0", str(place)] * 4)}"/>\n'
        yield "  </wangset>\n </wangsets>\n"

    def _tiles(self) -> Iterable[str]:
        for number, kind in enumerate(self.pictures):
            span = self.spans.get(kind, 1)
            more = f'   <property name="span" type="int" value="{span}"/>\n' if span > 1 else ""
            yield (
                f' <tile id="{number}">\n  <properties>\n   <property name="kind" value="{kind}"/>\n'
                f"{more}  </properties>\n </tile>\n"
            )


def tile_sheet() -> Sheet:
    """The ordinary tiles: a row of grounds, then one row of buildings an accent."""
    pictures = {kind: tile.finish(1.1, 1.0) for kind, tile in grounds().items()}
    for owner, accent in ACCENTS.items():
        pictures |= {f"{kind}:{owner}": building(kind, accent).finish() for kind in BUILDERS}
    return Sheet("neon", (TILE_WIDTH, SHEET_HEIGHT), pictures, {}, COLUMNS, TERRAINS)


def landmark_sheet() -> Sheet:
    """The landmarks, each two or three tiles wide, standing on the front corner of its ground."""
    table = {**LANDMARKS, **MONUMENTS}
    pictures = {kind: tile.finish(2, 1.2) for kind, tile in drawn(table).items()}
    spans = {kind: span for kind, (_, span) in table.items()}
    return Sheet("landmarks", (SHEET_WIDTH, LANDMARK_HEIGHT), pictures, spans, len(pictures))


def works_sheet() -> Sheet:
    """What only some cities need, taller than the ordinary tiles: a map takes this sheet if it has use for it."""
    pictures = {kind: tile.finish(1.3, 1.1) for kind, tile in works().items()}
    return Sheet("works", (TILE_WIDTH, WORKS_HEIGHT), pictures, {}, WORKS_COLUMNS)


def make(output: Output) -> None:
    """Write the sheets and their descriptions."""
    for sheet in (tile_sheet(), landmark_sheet(), works_sheet()):
        output.png(f"{FOLDER}/{sheet.name}.png", sheet.image())
        output.text(f"{FOLDER}/{sheet.name}.tsx", sheet.description())
