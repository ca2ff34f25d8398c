"""What every message is: a map whose `t` names it."""

from typing import Annotated

from msgspec import Meta, Struct

CommandId = Annotated[int, Meta(ge=1, le=2**53)]
Secret = Annotated[str, Meta(min_length=32, max_length=64)]
Turn = Annotated[int, Meta(ge=0, le=255)]


class Message(Struct, frozen=True, tag_field="t", forbid_unknown_fields=True, omit_defaults=True):
    """An envelope."""
