"""What is wrong with a map: one fault, the list of them, and the refusal that carries them all."""

from msgspec import Struct, structs

from game.maps.codes import CODES, WARNINGS
from game.maps.limits import FAULTS

_SHOWN = 80


class Place(Struct, frozen=True):
    """Where in a map something stands. `line` counts from 1; 0 means the file as a whole."""

    file: str
    line: int = 0
    layer: str = ""
    object_id: int = 0
    object_name: str = ""
    property_name: str = ""

    def at_property(self, name: str, line: int = 0) -> "Place":
        """Return the same place, narrowed to a property; `line` 0 keeps the line."""
        return structs.replace(self, property_name=name, line=line or self.line)

    @property
    def object(self) -> str:
        """The object as a person looks for it in Tiled."""
        return f"object {self.object_id}" if self.object_id else f"layer {self.layer}"


class Fault(Struct, frozen=True):
    """One breach of one rule: `found` and `expected` are short phrases, `mend` an instruction."""

    code: str
    place: Place
    found: str
    expected: str
    mend: str

    @property
    def is_warning(self) -> bool:
        """Whether the map loads in spite of this."""
        return self.code in WARNINGS

    def __str__(self) -> str:
        level = "warning" if self.is_warning else "error"
        where = ", ".join(_where(self.place))
        return (
            f"{self.place.file}:{self.place.line}: {level} {self.code}: {where + ': ' if where else ''}"
            f"found {self.found}, expected {self.expected}. Mend: {self.mend}. "
            f"(neo-sanctum map explain {self.code})"
        )


def _where(place: Place) -> list[str]:
    parts = [f'layer "{place.layer}"'] if place.layer else []
    if place.object_id:
        parts.append(f'object {place.object_id} "{place.object_name}"')
    if place.property_name:
        parts.append(f'property "{place.property_name}"')
    return parts


def quoted(text: str) -> str:
    """Return text from a map made safe to show: one line, no control signs, cut when long."""
    plain = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text)
    return f'"{plain}"' if len(plain) <= _SHOWN else f'"{plain[:_SHOWN]}..."'


class MapRefused(Exception):  # noqa: N818  the maps page calls it a refusal
    """The map is not loaded. `faults` holds every error and warning found, sorted by file and line."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        self.faults = faults
        errors = sum(not fault.is_warning for fault in faults)
        super().__init__("\n".join([*map(str, faults), f"{errors} errors, {len(faults) - errors} warnings"]))


class Faults:
    """Gathers faults while a map is read; at 50 it gives up and refuses the map."""

    def __init__(self) -> None:
        self._found: list[Fault] = []

    def add(self, code: str, place: Place, found: str, expected: str, mend: str = "") -> None:
        """Note a fault. `mend` defaults to the code's own. Raises `MapRefused` when there are too many."""
        mend = mend or CODES[code].mend.format(object=place.object)
        self._found.append(Fault(code, place, found, expected, mend))
        if len(self._found) >= FAULTS:
            raise MapRefused(self.sorted())

    def fatal(self, code: str, place: Place, found: str, expected: str) -> MapRefused:
        """Note a fault after which reading makes no sense; the caller raises what is returned."""
        self.add(code, place, found, expected)
        return MapRefused(self.sorted())

    def refuse_errors(self) -> None:
        """Raise `MapRefused` if anything but warnings was found so far."""
        if any(not fault.is_warning for fault in self._found):
            raise MapRefused(self.sorted())

    def sorted(self) -> tuple[Fault, ...]:
        """Return all faults in the order of a reader: by file, line and code."""
        return tuple(sorted(self._found, key=lambda fault: (fault.place.file, fault.place.line, fault.code)))
