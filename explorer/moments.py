"""Writes moments in all languages alike."""


def moment(text: str) -> str:
    """Return an ISO time in UTC as day and minute: 2024-01-31 08:30 UTC."""
    return f"{text[:16].replace('T', ' ')} UTC"
