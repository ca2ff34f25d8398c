"""A bad map for every code: each rule of the gate fires, alone, and says where and what."""

import shutil

import pytest

from game.maps.codes import CODES, WARNINGS
from tests.maps.bad_zips import BAD_ZIPS
from tests.maps.workshop import PAINTED, Break, Workshop

_ROW = '<object id="1" name="North Row" type="district" x="0" y="0" width="384" height="128">'
_HUB = '<object id="7" name="Hub" type="landmark" x="320" y="192">'


def _nest(map_: Workshop) -> None:
    map_.edit("<polyline", "<a>" * 40 + "</a>" * 40 + "<polyline")


def _without_starts(map_: Workshop) -> None:
    map_.edit('<objectgroup id="6" name="starts">', '<objectgroup id="6" name="_starts">').manifest(
        players=[1, 1]
    )


def _second_landmark(map_: Workshop) -> None:
    again = '<object id="20" type="landmark" x="330" y="192">'
    rest = '<properties><property name="kind" value="gala_hall"/></properties><point/></object>'
    map_.edit(_HUB, again + rest + _HUB)


def _many_files(map_: Workshop) -> None:
    for number in range(201):
        map_.write(f"{number}.txt", b"")


def _link_out(map_: Workshop) -> None:
    (map_.folder / "README.md").symlink_to(map_.folder.parent / "secret.md")


BREAKS: dict[str, Break] = {
    "M001": lambda m: shutil.rmtree(m.folder),
    "M002": lambda m: (m.folder / "manifest.json").unlink(),
    "M003": lambda m: m.write("run.sh", b"echo"),
    "M004": _link_out,
    "M005": lambda m: m.edit("</map>", "</map>" + " " * (8 << 20)),
    "M006": _many_files,
    "M007": lambda m: m.edit('"flat.png"', '"../tiny/flat.png"'),
    "M008": lambda m: m.edit('"flat.png"', '"round.png"'),
    "M010": lambda m: m.write("manifest.json", b'{"format": 1'),
    "M011": lambda m: m.manifest(version="1"),
    "M012": lambda m: m.manifest(licence="CC0-1.0"),
    "M013": lambda m: m.manifest(min_game="999.0.0"),
    "M020": lambda m: m.edit('encoding="UTF-8"', 'encoding="ISO-8859-1"'),
    "M021": lambda m: m.edit("<map ", '<!DOCTYPE map [<!ENTITY a "aaaa">]><map '),
    "M022": lambda m: m.edit("</map>", ""),
    "M023": _nest,
    "M024": lambda m: m.edit("<polyline", "<script/><polyline"),
    "M025": lambda m: m.edit("<map ", '<map filename="/etc/hostname" '),
    "M026": lambda m: m.edit('x="320" y="192"', 'x="nan" y="192"'),
    "M027": lambda m: m.edit('firstgid="1" ', ""),
    "M030": lambda m: m.edit('infinite="0"', 'infinite="1"'),
    "M031": lambda m: m.edit('tilewidth="64"', 'tilewidth="6400"'),
    "M032": lambda m: m.edit('name="roofs" width="12"', 'name="roofs" width="11"'),
    "M033": lambda m: m.edit("0,0,0,", "0,0,"),
    "M034": lambda m: m.edit("0,0,0,", "0,0,9,"),
    "M035": lambda m: m.edit("0,0 160,0", "0,0 160,0 " * 201),
    "M036": lambda m: m.edit('name="roofs"', 'name="roofs" opacity="0.5"'),
    "M040": lambda m: m.write("flat.png", b"GIF89a" + bytes(40)),
    "M041": lambda m: m.edit('tilecount="2" columns="2"', 'tilecount="3" columns="3"'),
    "M042": lambda m: m.write("twin.tsx", _twin(m)).edit(
        "<layer", '<tileset firstgid="2" source="twin.tsx"/><layer'
    ),
    "M201": lambda m: m.edit('name="sites"', 'name="site"'),
    "M202": lambda m: m.edit('type="landmark"', 'type="landmrk"'),
    "M203": lambda m: m.edit('value="affluent"', 'value="afluent"'),
    "M204": lambda m: m.edit('type="int" value="6"', 'type="int" value="13"'),
    "M205": lambda m: m.edit('<property name="kind" value="transit_hub"/>', ""),
    "M206": lambda m: m.edit('name="population"', 'name="populaton"'),
    "M207": lambda m: m.edit(_ROW, _ROW + "<ellipse/>"),
    "M209": lambda m: m.edit('value="island"', 'value="The Island"'),
    "M210": _without_starts,
    "M301": lambda m: m.edit("0,0 160,0 192,128 0,128", "0,0 160,128 192,0 0,128"),
    "M302": lambda m: m.edit('width="96" height="96"', 'width="48" height="48"'),
    "M303": lambda m: m.edit('width="96" height="96"', 'width="128" height="96"'),
    "M304": lambda m: m.edit('width="384" height="128"', 'width="384" height="160"'),
    "M305": lambda m: m.edit('value="island"', 'value="west_yard"'),
    "M306": lambda m: m.edit('value="bridge"', 'value="blocked"'),
    "M307": lambda m: m.edit('y="288" width="96" height="96"', 'y="272" width="96" height="112"'),
    "M308": lambda m: m.edit("0,0 80,0", "0,0 -80,0"),
    "M309": lambda m: m.edit('name="seat" type="int" value="2"', 'name="seat" type="int" value="3"'),
    "M310": lambda m: m.edit('x="320" y="192"', 'x="272" y="360"'),
    "M311": _second_landmark,
    "M312": lambda m: m.edit('name="quarter" type="int" value="1"', 'name="quarter" type="int" value="2"'),
    "M313": lambda m: m.edit('name="districts"', 'name="_d"').edit(
        '<objectgroup id="4"', '<objectgroup id="30" name="districts"/><objectgroup id="4"'
    ),
    "M314": lambda m: m.manifest(players=[1, 3]),
    "M316": lambda m: m.paint(["nnnnnnnnnnnn"] * 3 + ["nnnnnnnnnnne", *PAINTED[4:11], "wsssssss.iii"]),
    "M317": lambda m: m.paint(["nnnnnnnnnnn?", *PAINTED[1:]]),
    "M318": lambda m: m.plan(("goal", {"target": "fracture", "amount": 40, "when": "wins", "text": "Calm"})),
    "M319": lambda m: m.plan(("event", {"target": "janus_intrusion", "turn": 2})),
    "M320": lambda m: m.plan(("rule", {"target": "forum.volume", "amount": 4})),
    "M315": lambda m: m.edit(_HUB, _HUB[:-1] + ' rotation="45">'),
}


def _twin(map_: Workshop) -> bytes:
    text = (map_.folder / "map.tmx").read_text("utf-8")
    start = text.index("<tileset firstgid")
    end = text.index("</tileset>") + len("</tileset>")
    return text[start:end].replace('firstgid="1" ', "").encode()


def test_every_code_has_a_bad_map() -> None:
    assert BREAKS.keys() | BAD_ZIPS.keys() == CODES.keys()


@pytest.mark.parametrize("code", BREAKS)
def test_a_bad_map_is_named_by_its_code(code: str, tiny: Workshop) -> None:
    BREAKS[code](tiny)

    faults = tiny.faults() if code in WARNINGS else tiny.refused()

    assert code in {fault.code for fault in faults}, [str(fault) for fault in faults]
    for fault in faults:
        assert fault.found
        assert fault.expected
        assert "{" not in fault.mend


@pytest.mark.parametrize("code", sorted(BREAKS.keys() - {"M023", "M025", "M305", "M207"}))
def test_no_other_error_is_blamed(code: str, tiny: Workshop) -> None:
    BREAKS[code](tiny)

    errors = {fault.code for fault in tiny.faults() if not fault.is_warning}

    assert errors <= {code}


@pytest.mark.parametrize("code", sorted(WARNINGS))
def test_a_warning_lets_the_map_load(code: str, tiny: Workshop) -> None:
    BREAKS[code](tiny)

    assert code in {fault.code for fault in tiny.load().warnings}
