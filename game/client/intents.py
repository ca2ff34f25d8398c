"""What a key means on the city screen. A player's own keys, from the settings, replace these one by one."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from game.client.events import KeyPressed


class Intent(StrEnum):
    """Something the player wants; the value is its name in the settings."""

    NEXT_LEADER = "next_leader"
    LAST_LEADER = "last_leader"
    END_TURN = "end_turn"
    CLOSE = "close"
    UNDO = "undo"
    REDO = "redo"
    MAP_MODE = "map_mode"
    CENTRE = "centre"
    LOG = "log"
    WITHDRAW = "withdraw"
    GIVE = "give"
    EXPLAIN = "explain"
    REPORT = "report"
    SHEET = "sheet"
    RULES = "rules"
    COUNCIL = "council"
    GOALS = "goals"
    COMING = "coming"
    GIFT = "gift"
    SHUT = "shut"
    WHAT_IF = "what_if"
    PIN = "pin"
    CHAT = "chat"
    PEOPLE = "people"
    WORKS = "works"
    VERB_1 = "verb_1"
    VERB_2 = "verb_2"
    VERB_3 = "verb_3"
    VERB_4 = "verb_4"
    VERB_5 = "verb_5"
    VERB_6 = "verb_6"
    VERB_7 = "verb_7"
    VERB_8 = "verb_8"
    VERB_9 = "verb_9"
    GO_LEFT = "go_left"
    GO_RIGHT = "go_right"
    GO_UP = "go_up"
    GO_DOWN = "go_down"
    PAN_LEFT = "pan_left"
    PAN_RIGHT = "pan_right"
    PAN_UP = "pan_up"
    PAN_DOWN = "pan_down"
    ZOOM_IN = "zoom_in"
    ZOOM_OUT = "zoom_out"


KEYS: Final[dict[Intent, tuple[str, ...]]] = {
    Intent.NEXT_LEADER: ("tab",),
    Intent.LAST_LEADER: ("shift+tab",),
    Intent.END_TURN: ("return",),
    Intent.CLOSE: ("escape",),
    Intent.UNDO: ("ctrl+z",),
    Intent.REDO: ("ctrl+y", "ctrl+shift+z"),
    Intent.MAP_MODE: ("m",),
    Intent.CENTRE: ("space", "f"),
    Intent.LOG: ("l",),
    Intent.WITHDRAW: ("delete", "backspace"),
    Intent.GIVE: ("g",),
    Intent.EXPLAIN: ("e",),
    Intent.REPORT: ("r",),
    Intent.SHEET: ("f1",),
    Intent.RULES: ("f2",),
    Intent.COUNCIL: ("c",),
    Intent.GOALS: ("o",),
    Intent.COMING: ("n",),
    Intent.GIFT: ("t",),
    Intent.SHUT: ("x",),
    Intent.WHAT_IF: ("i",),
    Intent.PIN: ("p",),
    Intent.CHAT: ("y",),
    Intent.PEOPLE: ("u",),
    Intent.WORKS: ("v",),
    Intent.VERB_1: ("1", "[1]"),
    Intent.VERB_2: ("2", "[2]"),
    Intent.VERB_3: ("3", "[3]"),
    Intent.VERB_4: ("4", "[4]"),
    Intent.VERB_5: ("5", "[5]"),
    Intent.VERB_6: ("6", "[6]"),
    Intent.VERB_7: ("7", "[7]"),
    Intent.VERB_8: ("8", "[8]"),
    Intent.VERB_9: ("9", "[9]"),
    Intent.GO_LEFT: ("left",),
    Intent.GO_RIGHT: ("right",),
    Intent.GO_UP: ("up",),
    Intent.GO_DOWN: ("down",),
    Intent.PAN_LEFT: ("a",),
    Intent.PAN_RIGHT: ("d",),
    Intent.PAN_UP: ("w",),
    Intent.PAN_DOWN: ("s",),
    Intent.ZOOM_IN: ("+", "="),
    Intent.ZOOM_OUT: ("-",),
}
"""The keys as they come, by intent; the first is the one shown."""

DIRECTIONS: Final[dict[Intent, tuple[int, int]]] = {
    Intent.GO_LEFT: (-1, 0),
    Intent.GO_RIGHT: (1, 0),
    Intent.GO_UP: (0, -1),
    Intent.GO_DOWN: (0, 1),
    Intent.PAN_LEFT: (-1, 0),
    Intent.PAN_RIGHT: (1, 0),
    Intent.PAN_UP: (0, -1),
    Intent.PAN_DOWN: (0, 1),
}
"""Where the intents that move point to: right and down are above 0."""

VERB_INTENTS: Final = tuple(intent for intent in Intent if intent.value.startswith("verb_"))


def intent_of(event: KeyPressed, own: Mapping[str, str]) -> Intent | None:
    """What a key means, or None. `own` maps an intent's name to the player's chord for it."""
    taken = {chord: name for name, chord in own.items()}
    if event.chord in taken:
        return next((intent for intent in Intent if intent.value == taken[event.chord]), None)
    for intent, chords in KEYS.items():
        if event.chord in chords and intent.value not in own:
            return intent
    return None


def key_of(intent: Intent, own: Mapping[str, str]) -> str:
    """The chord to show beside an intent."""
    return own.get(intent.value, KEYS[intent][0])
