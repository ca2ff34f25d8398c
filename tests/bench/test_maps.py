"""What a map's maker and a joining player wait for: checking, drawing by rule, previews, packing, and refusing.

Asked: check of the largest official map 0.3 s, of 256 x 256 tiles with 16 layers 2 s; generate 28 districts 2 s;
preview 1 s; any bad map refused within 1 s.
"""

import itertools

import pytest

from game.maps import MapRefused, check, find, load, official
from game.maps.archive import pack
from game.maps.generating import Request, generate
from game.maps.preview import write_preview
from tests.maps.bad_edits import EDITS
from tests.maps.workshop import Workshop


def largest():
    """The official map with most tiles."""
    return max(
        (find(map_id) for map_id in official()), key=lambda folder: (folder / "map.tmx").stat().st_size
    )


def test_check_of_the_largest_official_map(benchmark):
    folder = largest()
    benchmark.pedantic(check, (folder,), rounds=10, warmup_rounds=1)


def test_load_of_the_largest_official_map(benchmark):
    folder = largest()
    benchmark.pedantic(load, (folder,), rounds=10, warmup_rounds=1)


@pytest.fixture(scope="module")
def vast(tmp_path_factory):
    """A generated city blown up to 256 x 256 tiles with 16 tile layers."""
    folder = tmp_path_factory.mktemp("vast") / "vast"
    generate(Request("vast", seed=3, seats=6, districts=28, style="grid"), folder)
    path = folder / "map.tmx"
    side = 256
    text = path.read_text("utf-8")
    old = Request("vast", seed=3, seats=6, districts=28).side
    head, _, rest = text.partition("<layer ")
    objects = rest[rest.index("<objectgroup") :]
    cells = ",\n".join(",".join(str(1 + (x * y) % 3) for x in range(side)) for y in range(side))
    layers = "".join(
        f'<layer id="{n}" name="layer{n}" width="{side}" height="{side}"><data encoding="csv">\n{cells}\n</data></layer>'
        for n in range(1, 16)
    )
    start = rest.index('name="regions"')
    regions = rest[rest.index('<data encoding="csv">', start) + 21 : rest.index("</data>", start)]
    rows = [row.rstrip(",").split(",") for row in regions.strip().splitlines()]
    wide = ",\n".join(
        ",".join(rows[min(y * old // side, old - 1)][min(x * old // side, old - 1)] for x in range(side))
        for y in range(side)
    )
    painted = f'<layer id="16" name="regions" width="{side}" height="{side}"><data encoding="csv">\n{wide}\n</data></layer>'
    head = head.replace(f'width="{old}" height="{old}"', f'width="{side}" height="{side}"')
    path.write_text(head + layers + painted + _spread(objects, side / old), "utf-8")
    return folder


def _spread(objects, factor):
    import re

    def scaled(found):
        return f'x="{float(found[1]) * factor:g}" y="{float(found[2]) * factor:g}"'

    return re.sub(r'x="([\d.]+)" y="([\d.]+)"', scaled, objects)


def test_check_of_a_vast_map(benchmark, vast):
    benchmark.pedantic(check, (vast,), rounds=3, warmup_rounds=1)


def test_generate_28_districts(benchmark, tmp_path):
    numbers = itertools.count()

    def make():
        number = next(numbers)
        generate(Request("drawn", seed=number, seats=6, districts=28, style="rivers"), tmp_path / str(number))

    benchmark.pedantic(make, rounds=8)


def test_preview_of_the_largest_official_map(benchmark, tmp_path):
    folder = largest()
    benchmark.pedantic(lambda: write_preview(load(folder), tmp_path / "map.png"), rounds=5)


def test_pack_of_the_largest_official_map(benchmark, tmp_path):
    folder = largest()
    benchmark.pedantic(pack, (folder, tmp_path), rounds=5)


def test_the_slowest_refusal(benchmark, tmp_path):
    """Every edit that no map may get past the gate with, refused one after the other."""
    shops = []
    for number, (old, new, _) in enumerate(EDITS):
        shop = Workshop(tmp_path / str(number))
        shops.append(shop.edit(old, new))

    def refuse():
        for shop in shops:
            with pytest.raises(MapRefused):
                check(shop.folder)

    benchmark.pedantic(refuse, rounds=3)
