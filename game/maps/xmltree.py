"""From bytes to a checked tree of elements, by our own pass over expat."""

import difflib
from typing import Final
from xml.parsers import expat

from msgspec import Struct

from game.maps import limits
from game.maps.faults import Faults, MapRefused, Place, quoted
from game.maps.grammar import ELEMENTS, UNREAD

_WIDE: Final = (b"\xff\xfe", b"\xfe\xff", b"\x00<", b"<\x00")
_PIECE: Final = 64 << 10


class Node(Struct):
    """One element: its line in the file, attributes, elements inside it in order, and its text."""

    tag: str
    line: int
    attributes: dict[str, str]
    children: list["Node"]
    text: str = ""

    def all(self, tag: str) -> list["Node"]:
        """Return the elements of this name right inside this one."""
        return [child for child in self.children if child.tag == tag]

    def first(self, tag: str) -> "Node | None":
        """Return the first element of this name right inside this one."""
        return next((child for child in self.children if child.tag == tag), None)


def parse(data: bytes, root: str, file: Place, faults: Faults) -> Node:
    """Return the tree of a file whose outermost element must be `root`.

    Every element and attribute in it is one the grammar allows where it stands. Raises `MapRefused`
    for bytes that are no such XML (M020..M027, M030).
    """
    if data.startswith(_WIDE):
        raise faults.fatal("M020", file, "UTF-16", "UTF-8")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise faults.fatal("M020", Place(file.file, line), "bytes that are not UTF-8", "UTF-8") from None
    tree = _Builder(root, file, faults).build(data)
    faults.refuse_errors()
    return tree


class _Builder:
    """Expat's handlers. A doubtful element is noted and left out together with all it holds."""

    def __init__(self, root: str, file: Place, faults: Faults) -> None:
        self._file, self._faults, self._root = file, faults, root
        self._count = 0
        self._skipped = 0
        self._top = Node("", 0, {}, [])
        self._open = [self._top]
        self._parser = parser = expat.ParserCreate("UTF-8")
        parser.buffer_text = True
        parser.buffer_size = 1 << 18
        parser.XmlDeclHandler = self._declaration
        parser.StartDoctypeDeclHandler = self._doctype
        parser.ProcessingInstructionHandler = self._instruction
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text

    def build(self, data: bytes) -> Node:
        try:
            self._feed(data)
        except expat.ExpatError as error:
            place = Place(self._file.file, error.lineno)
            raise self._faults.fatal("M022", place, expat.ErrorString(error.code), "XML") from None
        if not self._top.children:
            self._faults.refuse_errors()
        return self._top.children[0]

    def _feed(self, data: bytes) -> None:
        """Parse piece by piece: a tag that never ends is noticed before all of it is gathered."""
        for start in range(0, len(data), _PIECE):
            piece = data[start : start + _PIECE]
            self._parser.Parse(piece, False)
            if start + len(piece) - self._parser.CurrentByteIndex > limits.TAG_BYTES:
                raise self._too_much(f"a tag of more than {limits.TAG_BYTES} bytes")
        self._parser.Parse(b"", True)

    def _here(self) -> Place:
        return Place(self._file.file, self._parser.CurrentLineNumber)

    def _declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding is not None and encoding.lower() != "utf-8":
            raise self._faults.fatal("M020", self._here(), quoted(encoding), "UTF-8")

    def _doctype(self, *_: object) -> None:
        raise self._faults.fatal("M021", self._here(), "a document type", "none")

    def _instruction(self, target: str, _data: str) -> None:
        raise self._faults.fatal("M021", self._here(), f"the instruction {quoted(target)}", "none")

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > limits.XML_ELEMENTS:
            raise self._too_much(f"more than {limits.XML_ELEMENTS} elements")
        # Known elements cannot lie deep: the grammar nests no further than a property of a tile.
        if self._skipped or not self._is_known(tag):
            self._skipped += 1
            if self._skipped > limits.XML_DEPTH:
                raise self._too_much("deeper elements")
            return
        self._check_attributes(tag, attributes)
        node = Node(tag, self._parser.CurrentLineNumber, attributes, [])
        self._open[-1].children.append(node)
        self._open.append(node)

    def _end(self, _tag: str) -> None:
        if self._skipped:
            self._skipped -= 1
        else:
            self._open.pop()

    def _text(self, text: str) -> None:
        node = self._open[-1]
        if not self._skipped and node is not self._top and ELEMENTS[node.tag].has_text:
            node.text += text

    def _is_known(self, tag: str) -> bool:
        parent = self._open[-1].tag
        allowed = ELEMENTS[parent].children if parent else frozenset({self._root})
        if tag in allowed:
            return True
        if tag in UNREAD:
            self._faults.add("M030", self._here(), UNREAD[tag], "what the page on maps lists")
        else:
            self._faults.add("M024", self._here(), f"element {quoted(tag)}", self._nearest(tag, allowed))
        return False

    def _check_attributes(self, tag: str, attributes: dict[str, str]) -> None:
        allowed = ELEMENTS[tag].attributes
        for name, value in attributes.items():
            if name in UNREAD:
                self._faults.add("M030", self._here(), UNREAD[name], "what the page on maps lists")
            elif name not in allowed:
                found = f"attribute {quoted(name)} of element {quoted(tag)}"
                self._faults.add("M025", self._here(), found, self._nearest(name, allowed))
            elif len(value) > limits.ATTRIBUTE_CHARACTERS:
                raise self._too_much(f"{len(value)} characters in {quoted(name)}")

    def _nearest(self, word: str, allowed: frozenset[str]) -> str:
        near = difflib.get_close_matches(word, sorted(allowed), 1)
        return f'"{near[0]}"' if near else f"one of {', '.join(sorted(allowed)) or 'nothing'}"

    def _too_much(self, found: str) -> MapRefused:
        return self._faults.fatal("M023", self._here(), found, "less")
