"""What the parsers of binary files give, as values that JSON can carry from one process to another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ingest.documents.records import RawArticle, Remark


@dataclass(frozen=True, slots=True)
class Paper:
    """The article of a PDF or Word file; `day` is the ISO date on which the file was made or changed
    last, `url` the address of a web page that was printed."""

    text: str
    title: str | None = None
    author: str | None = None
    day: str | None = None
    url: str | None = None
    remarks: tuple[Remark, ...] = ()

    def article(self) -> RawArticle:
        """Return the article. The day of the file is only a hint of the day of publication."""
        return RawArticle(
            text=self.text,
            title=self.title,
            publisher=self.author,
            url=self.url,
            updated_on=self.day,
            remarks=tuple(self.remarks),
        )


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file in a mail: its name, which may be empty, and its bytes in base64."""

    name: str
    content: str


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail without the mails that it quotes; `day` is the ISO date on which it was sent.

    `left_out` names the attachments that are too large or too many to be read.
    """

    text: str
    title: str | None = None
    sender: str | None = None
    day: str | None = None
    message_id: str | None = None
    attachments: tuple[Attachment, ...] = ()
    left_out: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @classmethod
    def of(cls, plain: dict[str, Any]) -> Mail:
        """Return a mail from its plain values."""
        attachments = tuple(Attachment(**each) for each in plain["attachments"])
        return cls(**{**plain, "attachments": attachments})
