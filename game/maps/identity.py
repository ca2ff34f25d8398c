"""The two names of a map that nobody can mistype: here, the hash of what the rules see of it."""

import hashlib

import msgspec

from game.rules.city import City

_FORMAT = b"neo-sanctum city 1\n"


def rules_hash(city: City) -> str:
    """Return the SHA-256, in hexadecimal, of everything in a city that can change a match.

    The map's id, titles and looks are left out: a renamed or redrawn map plays the same.
    """
    districts = tuple(msgspec.structs.replace(plan, title="") for plan in city.districts)
    plain = msgspec.structs.replace(city, map_id="", title="", districts=districts)
    return hashlib.sha256(_FORMAT + msgspec.json.encode(plain)).hexdigest()
