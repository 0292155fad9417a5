"""A source that is followed: a feed, or another place where news appears."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

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

MOVED_TO = "moved to"
"""What a source remembers: the address to which its own was moved for good."""

_LONGEST_NAME = 120
_LONGEST_ADDRESS = 2000


@dataclass(frozen=True, slots=True)
class Source:
    """One source. `address` is a web address, a folder or whatever its kind reads.

    `publisher` and `language` replace those that an article states. `every` is in seconds. With `full_text`,
    the page of each article is fetched where its host allows that. With `private`, the host of the address
    may be on this machine or in a private network. `options` are settings of its kind.

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
