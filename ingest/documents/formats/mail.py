"""Reads mails: the text of a mail, and the articles in its attachments."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import replace

from ingest.documents.binary.parsed import Mail
from ingest.documents.binary.process import PARSERS
from ingest.documents.characters import shown
from ingest.documents.encoding import Opening
from ingest.documents.formats.papers import bytes_of
from ingest.documents.records import Found, RawArticle, Remark, Source, UnusableError

_HEADERS = re.compile(r"(?:[a-z][a-z0-9-]*:[ \t].*\n?(?:[ \t].*\n?)*)+")
_OF_MAIL = re.compile(
    r"^(?:mime-version|received|message-id|return-path|delivered-to|dkim-signature|x-mailer):", re.MULTILINE
)


def is_mail(start: str) -> bool:
    """Return whether a file with this beginning is a mail with its headers."""
    headers = _HEADERS.match(start.replace("\r\n", "\n"))
    return headers is not None and _OF_MAIL.search(headers.group()) is not None


def is_ole(start: Opening) -> bool:
    """Return whether a file with this beginning is an OLE file, as mails of Outlook are."""
    return start.data.startswith(b"\xd0\xcf\x11\xe0")


def read_mail(source: Source) -> Iterator[Found]:
    """Yield the text of a mail and the articles of its attachments."""
    yield from _found(source, "eml")


def read_outlook(source: Source) -> Iterator[Found]:
    """Yield the text of a mail of Outlook and the articles of its attachments."""
    yield from _found(source, "msg")


def _found(source: Source, parser: str) -> Iterator[Found]:
    mail = Mail.of(PARSERS.parse(parser, bytes_of(source)))
    files = [(each.name, source.inside(each.name, b64decode(each.content))) for each in mail.attachments]
    unread = [name or "unnamed" for name, found in files if found is None]
    if mail.text.strip() or len(unread) == len(files):
        yield Found(_article(mail, (*mail.left_out, *unread)))
    for number, (_, found) in enumerate(files, 1):
        for each in found or ():
            place = f"attachment {number}"
            yield Found(_dated(each.article, mail), f"{place}, {each.place}" if each.place else place)


def _dated(article: RawArticle | UnusableError, mail: Mail) -> RawArticle | UnusableError:
    """Return the article of an attachment; it was there at the latest when the mail was sent."""
    if isinstance(article, UnusableError):
        return article
    return replace(article, updated_on=article.updated_on or mail.day)


def _article(mail: Mail, left_out: tuple[str, ...]) -> RawArticle:
    remarks = tuple(Remark(f"the attachment “{shown(name)}” is left out") for name in left_out)
    return RawArticle(
        text=mail.text,
        title=mail.title,
        published_on=mail.day,
        publisher=mail.sender,
        given_id=mail.message_id,
        remarks=(*mail.remarks, *remarks),
    )
