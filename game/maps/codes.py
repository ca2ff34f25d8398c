"""Every complaint a map can meet, by its stable code: what the rule is, why it stands, how to mend a breach.

A code never changes its meaning and is never given away again. Families: M00x the folder, M01x the
manifest, M02x the XML, M03x the form of the map, M04x tilesets, M05x the zip, M2xx the tables of classes and
properties, M3xx the meaning. Codes in `WARNINGS` let the map load.
"""

from typing import Final

from msgspec import Struct


class Code(Struct, frozen=True):
    """One rule. `mend` may name `{object}`, the place as Tiled shows it."""

    summary: str
    why: str
    mend: str


CODES: Final[dict[str, Code]] = {
    "M001": Code(
        "A map is a folder.",
        "The game reads a folder with a map.tmx in it, not a single file.",
        "give the folder that holds map.tmx, or the id of an official map",
    ),
    "M002": Code(
        "Every map has a map.tmx and a manifest.json.",
        "The first is the city, the second says what it is called and who made it.",
        "add the file",
    ),
    "M003": Code(
        "Only known kinds of file lie in a map.",
        "A map is handed from player to player, so nothing in it may run or surprise.",
        "keep .tmx, .tsx, .png, .md, .txt, manifest.json and Tiled's project files; use letters, digits, "
        "'.', '_' and '-' in names",
    ),
    "M004": Code(
        "A map holds plain files and folders.",
        "A symbolic link or a device could lead out of the map.",
        "put the file itself in the map",
    ),
    "M005": Code(
        "Files have a largest size.",
        "A map travels over slow lines and is checked before it is trusted.",
        "make the file smaller",
    ),
    "M006": Code(
        "A map has at most 200 entries.",
        "A map travels over slow lines and is checked before it is trusted.",
        "remove files the map does not use",
    ),
    "M007": Code(
        "A path stays inside the map, forward slashes, plain letters.",
        "A path with '..' or a drive letter would open files of the player's machine.",
        "put the file in the map's folder and choose it again in Tiled",
    ),
    "M008": Code(
        "A file that is named is there.",
        "The map would be drawn with holes.",
        "add the file, or name the right one",
    ),
    "M010": Code(
        "manifest.json is a JSON object in UTF-8.",
        "Servers and menus read it without opening the map.",
        "mend the JSON; most editors show the place",
    ),
    "M011": Code(
        "The manifest has its fields, each in its form.",
        "Servers and menus read them without opening the map.",
        "set the field as the page on maps shows",
    ),
    "M012": Code(
        "The manifest has no other fields.",
        "An unknown field is most often a misspelt one.",
        "remove the field or correct its name",
    ),
    "M013": Code(
        "The map runs on this version of the game.",
        "It asks for a newer one.",
        "update the game, or lower min_game if the map does not need it",
    ),
    "M020": Code(
        "XML is in UTF-8.",
        "Other encodings can hide what a check looks for.",
        "save the file with Tiled, which writes UTF-8",
    ),
    "M021": Code(
        "XML holds no document type and no processing instruction.",
        "They can make a small file grow without end or open others.",
        "remove it; Tiled never writes one",
    ),
    "M022": Code(
        "XML is well formed.",
        "A broken file cannot be read with certainty.",
        "open the file in Tiled and save it again, or take back the last edit made by hand",
    ),
    "M023": Code(
        "XML is neither deep nor endless.",
        "Such files exist only to exhaust the reader.",
        "split or simplify the file",
    ),
    "M024": Code(
        "Only elements the game knows stand in the XML.",
        "What the game does not read it would silently lose.",
        "remove it in Tiled",
    ),
    "M025": Code(
        "Only attributes the game knows stand in the XML.",
        "Readers act on unknown attributes in ways nobody checked.",
        "remove the attribute; save with Tiled",
    ),
    "M026": Code(
        "Numbers are plain, finite and in range.",
        "'nan', 'inf' and huge numbers break every sum they enter.",
        "set a plain number",
    ),
    "M027": Code(
        "An element has the attributes and parts it needs.",
        "Without them it means nothing.",
        "save the file with Tiled",
    ),
    "M030": Code(
        "The map uses only what this version of the game reads.",
        "Tiled can do more than the game draws; what it would lose it refuses.",
        "take the feature out in Tiled",
    ),
    "M031": Code(
        "The map has a size the game can show.",
        "From 4 x 4 to 256 x 256 tiles of 4 to 512 pixels.",
        "choose Map > Resize Map in Tiled",
    ),
    "M032": Code(
        "A tile layer is as large as the map.",
        "Its cells could not be told apart otherwise.",
        "choose Map > Resize Map in Tiled, which resizes every layer",
    ),
    "M033": Code(
        "Layer data is csv, or base64 with none, zlib or gzip.",
        "Every cell must be there, and not one more.",
        "choose CSV as Tile Layer Format in the map's properties and save",
    ),
    "M034": Code(
        "Every cell's tile is in a tileset.",
        "The map would be drawn with holes.",
        "draw the cell again, or add the missing tileset",
    ),
    "M035": Code(
        "Counts are limited.",
        "A map is checked in a second, whoever made it.",
        "use fewer",
    ),
    "M036": Code(
        "The game draws layers without shift, fading, tint or parallax.",
        "The layer will look other than in Tiled.",
        "reset the field of the layer in Tiled",
    ),
    "M040": Code(
        "A tileset's picture is a PNG of at most 4096 pixels a side.",
        "Larger pictures crash decoders; other formats are not read.",
        "export the picture as an ordinary PNG",
    ),
    "M041": Code(
        "A tileset fits its picture.",
        "Tiles would be cut outside the picture.",
        "open the tileset in Tiled, choose the image again and save",
    ),
    "M042": Code(
        "Tilesets of one map have their own numbers.",
        "A cell would mean two tiles.",
        "open the map in Tiled and save it again",
    ),
    "M050": Code(
        "A packed map is a zip file.",
        "The game opens zip files only, and only whole ones.",
        "pack the map again with neo-sanctum map pack",
    ),
    "M051": Code(
        "A packed map has at most 8 MiB.",
        "A map travels over slow lines.",
        "use smaller pictures, then pack the map again",
    ),
    "M052": Code(
        "Names in a zip are plain paths, all in one folder or none.",
        "A path with '..' or a drive letter would write into the player's machine.",
        "pack the map again with neo-sanctum map pack",
    ),
    "M053": Code(
        "A zip holds plain files, stored or deflated.",
        "A link could lead out of the map; an encrypted file cannot be checked.",
        "pack the map again with neo-sanctum map pack",
    ),
    "M054": Code(
        "A map unpacks to at most 32 MiB.",
        "A small file can unpack to fill a disk.",
        "use smaller pictures, then pack the map again",
    ),
    "M055": Code(
        "Every name in a zip stands there once.",
        "Of two files with one name, two programs may read different ones.",
        "pack the map again with neo-sanctum map pack",
    ),
    "M056": Code(
        "Project files do not travel.",
        "A project of Tiled can name programs to run; it is for the maker's own machine.",
        "pack the map again with neo-sanctum map pack, which leaves them out",
    ),
    "M201": Code(
        "Object layers have known names.",
        "A layer the game does not know is most often a misspelt one.",
        "rename the layer, or begin its name with '_' to have it ignored",
    ),
    "M202": Code(
        "An object has the class its layer is for.",
        "The game reads a district only in layer districts, and so on.",
        "select {object} in Tiled (Ctrl+F) and set its class",
    ),
    "M203": Code(
        "A property takes one of its values.",
        "Other words mean nothing to the rules.",
        "select {object} in Tiled (Ctrl+F) and choose one of them",
    ),
    "M204": Code(
        "A number stays in its range.",
        "The rules are made and measured for this range.",
        "select {object} in Tiled (Ctrl+F) and set a number in the range",
    ),
    "M205": Code(
        "A property that has no default is set.",
        "The game cannot guess it.",
        "select {object} in Tiled (Ctrl+F) and add the property",
    ),
    "M206": Code(
        "Properties have known names.",
        "An unknown property is ignored; most often it is a misspelt one.",
        "rename or remove the property",
    ),
    "M207": Code(
        "An object has the shape its class needs.",
        "A district is an area, a start a point, a link a line.",
        "select {object} in Tiled (Ctrl+F), delete it and draw the right shape",
    ),
    "M209": Code(
        "Keys and titles are plain.",
        "A key is for files and orders, a title for people: no control or direction signs.",
        "select {object} in Tiled (Ctrl+F) and change the text",
    ),
    "M210": Code(
        "The layers districts and starts are there.",
        "Without them there is no city and nobody to play in it.",
        "add an object layer of that name",
    ),
    "M301": Code(
        "The outline of a district does not cross or touch itself.",
        "Its inside would be ambiguous.",
        "select {object} in Tiled (Ctrl+F) and move the corner",
    ),
    "M302": Code(
        "A district is at least 4 tiles large.",
        "Smaller ones cannot be seen or clicked.",
        "select {object} in Tiled (Ctrl+F) and make it larger",
    ),
    "M303": Code(
        "Objects lie on the map.",
        "What is outside is never seen.",
        "select {object} in Tiled (Ctrl+F) and move it onto the map",
    ),
    "M304": Code(
        "Districts overlap by at most a tile.",
        "A place belongs to one district.",
        "select {object} in Tiled (Ctrl+F) and move its border; Snap to Fine Grid helps",
    ),
    "M305": Code(
        "A district's key is its own.",
        "Orders, saves and links name districts by key.",
        "select {object} in Tiled (Ctrl+F) and change its key or name",
    ),
    "M306": Code(
        "Every district can be reached.",
        "A leader could never get there.",
        "select {object} in Tiled (Ctrl+F) and let it share a border, or draw a link to it",
    ),
    "M307": Code(
        "Districts that nearly touch are not linked.",
        "Borders must agree to a quarter of a tile; this gap is wider.",
        "select {object} in Tiled (Ctrl+F) and move its corners onto the neighbour's",
    ),
    "M308": Code(
        "A link joins two districts.",
        "Its ends must name or touch two that are there.",
        "select {object} in Tiled (Ctrl+F) and set a and b, or move its ends",
    ),
    "M309": Code(
        "Seats are numbered from 1 without a gap.",
        "A match of three takes seats 1 to 3.",
        "number the starts again",
    ),
    "M310": Code(
        "A start or a landmark stands in a district.",
        "Home and place must be clear.",
        "select {object} in Tiled (Ctrl+F) and move it into a district",
    ),
    "M311": Code(
        "A district has at most one landmark and one start, and a seat has one start.",
        "The rules know no second one.",
        "select {object} in Tiled (Ctrl+F) and move or delete it",
    ),
    "M312": Code(
        "The four quarters weigh about the same.",
        "The Gala's Spotlight falls on each in turn; a light one wastes it.",
        "change the property quarter of some districts",
    ),
    "M313": Code(
        "A city has 2 to 64 districts.",
        "The rules are measured for 12 to 28.",
        "add or remove districts",
    ),
    "M314": Code(
        "There is a start for every player the manifest promises.",
        "A player without a start could not sit down.",
        "add starts or lower players in manifest.json",
    ),
    "M318": Code(
        "A scenario's goals fit its mode.",
        "Where all play together the whole city is judged at the end; where they compete, one seat's goal wins at once.",
        "set the map's property mode, or choose another target or when for {object}",
    ),
    "M319": Code(
        "An event begins within the match, from turn 4 on.",
        "Events are announced a season ahead, so the first season has none.",
        "set another turn for {object}",
    ),
    "M320": Code(
        "A scenario changes numbers that the game has, within their bounds.",
        "A number that is not there would change nothing, and a wrong one would break the match.",
        "copy the number's path from the rules' TOML files into {object}",
    ),
    "M315": Code(
        "Objects are not turned.",
        "Readers disagree about turned shapes.",
        "select {object} in Tiled (Ctrl+F), set its rotation to 0 and draw the shape as it should stand",
    ),
    "M316": Code(
        "A painted district is one piece without holes.",
        "It is shown and clicked as one area.",
        "paint the cells in between in the layer regions, or give the other piece its own key",
    ),
    "M317": Code(
        "What is painted in the layer regions is a district, and every district is painted.",
        "A cell must say whose it is, and a district where it lies.",
        "set the property district of the tile, or add an object of class district with this key",
    ),
}

WARNINGS: Final = frozenset({"M012", "M036", "M206", "M307", "M312"})
