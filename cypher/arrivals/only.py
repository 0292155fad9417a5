"""What a page about what came in can be narrowed to: one source, type of event or country."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Of(StrEnum):
    """What is shown alone."""

    PUBLISHER = "publisher"
    DATASET = "dataset"
    BY_HAND = "hand"
    TYPE = "type"
    COUNTRY = "country"


@dataclass(frozen=True, slots=True)
class Only:
    """A publisher, a data set, quotations by hand of a publisher, a type or a country.

    `key` is the name of the publisher (empty if it is unnamed) or of the data set, or the code of the type
    or country.
    """

    of: Of
    key: str

    def __str__(self) -> str:
        """Return it as an address has it, such as ``country:IDN``."""
        return f"{self.of}:{self.key}"

    @classmethod
    def read(cls, text: str) -> Only | None:
        """Return what a part of an address names; None if it names nothing of the kind."""
        of, colon, key = text.partition(":")
        return cls(Of(of), key) if colon and of in list(Of) else None

    @classmethod
    def source(cls, publisher: str | None, dataset: str | None, *, by_hand: bool) -> Only:
        """Return the source of a document."""
        if dataset:
            return cls(Of.DATASET, dataset)
        return cls(Of.BY_HAND if by_hand else Of.PUBLISHER, publisher or "")
