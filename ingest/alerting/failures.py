"""Why an alert was not accepted."""

from __future__ import annotations

from cypher.errors import KonstelasiError


class NotAcceptedError(KonstelasiError):
    """A receiver did not accept an alert; it is sent again later."""
