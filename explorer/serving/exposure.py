"""Who can reach the app when it has no sign-in, as the server knows it and the pages say it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from explorer.serving.listening import Listening


class Exposure(StrEnum):
    """Who can reach the app without a sign-in; the values are what its pages say about it."""

    ONE_PERSON = "No sign-in: for one person on this machine"
    PROXY = "There is no sign-in here: everybody whom the proxy lets through can read, judge and add."
    EVERYBODY = "There is no sign-in: everybody who can open this address can read, judge and add."


_known: list[Exposure] = []


def exposure_at(place: Listening, host_names: Sequence[str]) -> Exposure:
    """Return who can reach an app at `place`, which a proxy publishes under `host_names`."""
    if not place.loopback:
        return Exposure.EVERYBODY
    return Exposure.PROXY if host_names else Exposure.ONE_PERSON


def remember_exposure(exposure: Exposure) -> None:
    """Store who can reach this server."""
    _known[:] = [exposure]


def exposure() -> Exposure | None:
    """Return who can reach this server; None if no server runs."""
    return _known[-1] if _known else None
