"""Where complaints about people go."""

import logging
from typing import Protocol

from server.logs import about
from server.room.effects import Complaint

_LOG = logging.getLogger(__name__)


class Reports(Protocol):
    """Keeps complaints for those who run the server."""

    async def keep(self, complaint: Complaint) -> None:
        """Returns once it is safe. Raises StorageError."""


class KeptReports:
    """Puts them where `store` keeps them; the log names ids and no words."""

    def __init__(self, store: Reports) -> None:
        self._store = store

    async def keep(self, complaint: Complaint) -> None:
        """See `Reports.keep`."""
        await self._store.keep(complaint)
        ids = {"by": complaint.by, "by_person": complaint.by_person}
        of = {"of": complaint.of, "of_person": complaint.of_person}
        _LOG.warning("somebody is reported", extra=about("reported", room=complaint.room, **ids, **of))
