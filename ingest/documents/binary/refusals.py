"""Why the parsers of several formats refuse a file."""

from __future__ import annotations

from ingest.documents.records import MAX_CHARACTERS, UnusableError


def too_long() -> UnusableError:
    """Return that a file has more text than an article may have."""
    return UnusableError(
        f"has more than {MAX_CHARACTERS:,} characters, the limit for one article",
        "Split it into its articles, one a file.",
    )


def encrypted() -> UnusableError:
    """Return that a file needs a password."""
    return UnusableError("is encrypted: it opens only with a password", "Save it again without its password.")
