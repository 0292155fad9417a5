"""A source that is followed: a feed, or another place where news appears."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from cypher.errors import UsageError

FEED = "feed"
"""The kind of RSS and Atom feeds on the web; `ingest.following.kinds` lists all kinds."""

FOLDER = "folder"
"""The kind of folders on this machine, whose files are read as they come."""

BUCKET = "bucket"
"""The kind of buckets in an object store that speaks the protocol of S3."""

EVERY = 60.0
"""Seconds between two fetches of a source, if nothing else is stated."""

SHORTEST, LONGEST = 10.0, 30 * 86_400.0
"""The limits of the seconds between two fetches."""

GRADES = ("A", "B", "C", "D", "E", "F")
"""The reliability of a source, as in the Admiralty system."""

NO_PROXY = "none"
"""What a source states that is fetched without a proxy."""

MOVED_TO = "moved to"
"""What a source remembers: the address to which its own was moved for good."""

_LONGEST_NAME = 120
_LONGEST_ADDRESS = 2000


@dataclass(frozen=True, slots=True)
class Source:
    """One source. `address` is a web address, a folder or whatever its kind reads.

    `publisher` and `language` replace those that an article states. `every` is in seconds. With `full_text`,
    the page of each article is fetched where its host allows that. With `private`, the host of the address
    may be on this machine or in a private network. `options` are settings of its kind. `proxy` is the address
    of the proxy of this source, or `NO_PROXY`; None for that of the environment.

    Raises `UsageError` if a value is not allowed.
    """

    name: str
    address: str
    kind: str = FEED
    publisher: str | None = None
    language: str | None = None
    grade: str | None = None
    every: float = EVERY
    full_text: bool = False
    private: bool = False
    options: Mapping[str, str] = field(default_factory=dict)
    proxy: str | None = None

    def __post_init__(self) -> None:
        if not self.name.strip() or len(self.name) > _LONGEST_NAME:
            raise UsageError(f"A source needs a name of at most {_LONGEST_NAME} characters.")
        if not self.address.strip() or len(self.address) > _LONGEST_ADDRESS:
            raise UsageError(
                f"The source {self.name} needs an address of at most {_LONGEST_ADDRESS} characters."
            )
        if self.grade is not None and self.grade not in GRADES:
            raise UsageError(f"The source {self.name} has the grade {self.grade}. A source is graded A to F.")
        if not SHORTEST <= self.every <= LONGEST:
            raise UsageError(
                f"The source {self.name} cannot be fetched every {self.every:g} s. Choose between "
                "10 seconds and 30 days."
            )
        if self.proxy is not None:
            _check_proxy(self.name, self.proxy)


def _check_proxy(name: str, proxy: str) -> None:
    """Raise `UsageError` unless a source can state this proxy; a password is never shown."""
    if proxy == NO_PROXY:
        return
    try:
        parts = urlsplit(proxy)
        is_whole = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_whole = False
    if is_whole and "@" in parts.netloc:
        raise UsageError(
            f"The source {name} has a proxy with a login, which would be shown with the list. Set "
            "KONSTELASI_FETCH_PROXY to one with a login, and name here only those without."
        )
    if not is_whole or parts.path.strip("/") or parts.query or parts.fragment or not proxy.isprintable():
        raise UsageError(
            f"The source {name} has a proxy that is not an address. Write for example "
            'proxy = "http://proxy.example:3128", or proxy = "none" to fetch it directly.'
        )
