"""The twelve leaders as the portrait painter sees them."""

from dataclasses import dataclass, field

from palette import Colour


@dataclass(frozen=True)
class Person:
    """One leader. Widths and lengths are shares of the usual; `tilt` in degrees; `turn` in hundredths of the picture."""

    key: str
    faction: str
    skin: Colour
    hair: Colour
    style: str
    eyes: Colour = (70, 42, 30)
    brows: Colour | None = None
    wide: float = 1.0
    jaw: float = 1.0
    chin: float = 1.0
    build: float = 1.0
    age: float = 0.0
    tilt: float = 0.0
    turn: float = 0.0
    mouth: str = "grin"
    lips: Colour | None = None
    beard: str = ""
    dress: str = "jacket"
    cloth: Colour = (40, 34, 70)
    extras: tuple[str, ...] = field(default=())


PEOPLE: tuple[Person, ...] = (
    Person(
        "alok_dsouza", "sra", (142, 90, 60), (30, 24, 34), "curls", wide=1.02, jaw=1.06, build=1.05,
        age=0.25, tilt=-4, turn=1.2, mouth="laugh", beard="full", dress="hoodie", cloth=(150, 30, 92),
        extras=("badge",),
    ),
    Person(
        "juno_armitage", "sra", (168, 104, 74), (255, 64, 140), "mohawk", eyes=(96, 62, 24), brows=(54, 26, 34),
        wide=0.96, jaw=0.92, chin=0.97, build=0.9, tilt=5, turn=-1.4, mouth="laugh", lips=(196, 58, 92),
        dress="leather", cloth=(40, 28, 48), extras=("hoops", "paint", "gap", "liner"),
    ),
    Person(
        "carmen_reyes", "sra", (204, 148, 112), (52, 30, 30), "waves", eyes=(92, 56, 30), wide=0.97, jaw=0.94,
        build=0.92, age=0.4, tilt=-3, turn=-1.6, mouth="grin", lips=(188, 50, 70), dress="shawl",
        cloth=(120, 30, 78), extras=("holocam", "streak", "liner", "studs"),
    ),
    Person(
        "kai_harper", "sra", (240, 202, 178), (196, 96, 48), "beanie", eyes=(62, 120, 96), wide=0.94, jaw=0.94,
        chin=1.0, build=0.86, tilt=4, turn=1.4, mouth="grin", dress="hoodie", cloth=(58, 50, 96),
        extras=("freckles", "ring", "plaster"),
    ),
    Person(
        "victor_lennox", "occ", (232, 196, 176), (224, 230, 240), "swept", eyes=(74, 112, 150), brows=(186, 190, 204),
        wide=0.98, jaw=0.96, chin=1.06, build=0.96, age=1.0, tilt=-2, turn=1.0, mouth="closed", beard="trim",
        dress="coat", cloth=(214, 224, 240), extras=("glasses",),
    ),
    Person(
        "zara_lin", "occ", (244, 212, 186), (20, 20, 34), "bob", eyes=(44, 34, 40), wide=0.97, jaw=0.88, chin=0.98,
        build=0.86, tilt=3, turn=-1.2, mouth="grin", lips=(214, 64, 96), dress="high", cloth=(20, 60, 96),
        extras=("implant", "liner"),
    ),
    Person(
        "mirela_stroud", "occ", (222, 168, 136), (128, 52, 40), "bun", eyes=(96, 70, 40), wide=1.1, jaw=1.14, chin=0.95,
        build=1.16, age=0.6, tilt=-5, turn=1.4, mouth="grin", lips=(190, 70, 76), dress="scarf", cloth=(24, 84, 116),
        extras=("pearls", "headset", "liner"),
    ),
    Person(
        "idris_okafor", "occ", (92, 56, 42), (20, 16, 22), "fade", eyes=(54, 30, 22), wide=1.05, jaw=1.14, chin=1.02,
        build=1.24, age=0.35, tilt=3, turn=-1.4, mouth="laugh", beard="goatee", dress="overall", cloth=(30, 66, 110),
        extras=("goggles",),
    ),
    Person(
        "lyra_valerian", "ca", (116, 72, 52), (232, 232, 240), "crown", eyes=(70, 40, 26), brows=(120, 110, 114),
        wide=0.98, jaw=0.94, chin=1.0, build=0.94, age=0.8, tilt=-3, turn=-1.2, mouth="grin", lips=(158, 52, 62),
        dress="robe", cloth=(150, 84, 26), extras=("drops", "dots", "liner"),
    ),
    Person(
        "talia_foxglove", "ca", (246, 210, 188), (206, 78, 36), "long", eyes=(60, 124, 84), wide=0.96, jaw=0.92,
        build=0.9, age=0.15, tilt=6, turn=1.4, mouth="laugh", lips=(206, 84, 84), dress="shawl", cloth=(58, 88, 66),
        extras=("freckles", "flower", "studs"),
    ),
    Person(
        "kai_torvyn", "ca", (206, 156, 118), (46, 54, 84), "undercut", eyes=(58, 94, 130), wide=0.98, jaw=1.02,
        chin=1.04, build=1.02, tilt=-4, turn=-1.4, mouth="smirk", beard="stubble", dress="jacket", cloth=(64, 44, 84),
        extras=("visor",),
    ),
    Person(
        "ezra_myles", "ca", (134, 86, 60), (44, 34, 38), "locs", eyes=(60, 38, 26), wide=0.95, jaw=0.96, chin=1.06,
        build=0.98, age=0.5, tilt=3, turn=1.4, mouth="closed", beard="grey", dress="coat", cloth=(232, 222, 206),
        extras=("square_glasses",),
    ),
)  # fmt: skip
