"""The token that requests for the figures of a server must bear."""

from __future__ import annotations

import os

from cypher.secret_files import secret

METRICS_TOKEN = "KONSTELASI_METRICS_TOKEN"  # noqa: S105 - the name of a variable
"""The environment variable with the token; ``…_FILE`` names a file that holds it."""


def metrics_token() -> str | None:
    """Return the token, None if none is set; raises `UsageError` if its file cannot be read."""
    return (secret(METRICS_TOKEN, os.environ) or "").strip() or None
