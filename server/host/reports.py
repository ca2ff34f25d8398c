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


class LoggedReports:
    """For a server that keeps nothing: a line in the log that names ids and no words."""

    async def keep(self, complaint: Complaint) -> None:
        """See `Reports.keep`."""
        ids = {"by": complaint.by, "by_person": complaint.by_person}
        of = {"of": complaint.of, "of_person": complaint.of_person}
        _LOG.warning("somebody is reported", extra=about("reported", room=complaint.room, **ids, **of))
