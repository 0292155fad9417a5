"""Reads mails as they are sent (EML): the text or the page in them, and their attachments."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from datetime import UTC
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime
from typing import Any, TypeAlias

from ingest.documents.binary.mail_text import is_forwarded, own_text, text_of_markup
from ingest.documents.binary.parsed import Attachment, Mail
from ingest.documents.encoding import decode, decode_as
from ingest.documents.records import Remark, UnusableError

MOST_ATTACHMENTS = 50
LARGEST_ATTACHMENT = 32_000_000  # bytes
_MOST_PARTS, _DEEPEST = 500, 30
_SUBJECT = re.compile(r"^(?:\s*(?:re|fwd?|aw|wg|bls|balas|terusan|tr|rv)\s*:)+\s*", re.IGNORECASE)
_SILENT = re.compile(r"image/.*|application/(?:pgp-signature|(?:x-)?pkcs7-signature|ms-tnef)|text/calendar")
"""The types of parts that are no documents and are left out without a word."""

_STUB = 0.3
"""A plain text shorter than this part of the page beside it only says that there is a page."""

Part: TypeAlias = "Message[str, str]"


def mail_of_eml(data: bytes) -> Mail:
    """Return a mail. Raises `UnusableError` if it has no text or is nested too deeply."""
    message = message_from_bytes(data)
    if not message.keys():
        raise UnusableError("is not a mail: it has no headers", "Save it again from the mail program.")
    parts = list(_leaves(message))
    plain, markup, flowed = _bodies(parts)
    text = best_text(plain, markup, flowed=flowed)
    attachments, left_out = attachments_of((_name(each), _content(each)) for each in _attached(parts))
    return Mail(
        text=text,
        title=title_of(_on_one_line(message.get("Subject", ""))),
        sender=sender_of(_on_one_line(message.get("From", ""))),
        day=day_of(str(message.get("Date", ""))),
        message_id=str(message.get("Message-ID", "")).strip().strip("<>") or None,
        attachments=attachments,
        left_out=left_out,
        remarks=remarks_on(plain or text),
    )


def best_text(plain: str, markup: str, *, flowed: bool = False) -> str:
    """Return the text of a mail from its plain text, or from its page where that says much more."""
    own, page = own_text(plain, flowed=flowed), text_of_markup(markup) if markup else ""
    return page if len(own) < _STUB * len(page) else own


def remarks_on(text: str) -> tuple[Remark, ...]:
    """Return a remark if a mail forwards another one, whose sender and day are not those of the mail."""
    if not is_forwarded(text):
        return ()
    return (Remark("forwards another mail: the date and the publisher are those of the forwarding"),)


def title_of(subject: str) -> str | None:
    """Return the subject without ``Re:`` and ``Fwd:``."""
    return _SUBJECT.sub("", subject).strip() or None


def sender_of(sender: str) -> str | None:
    """Return the name of a sender, else the host of the address."""
    if "@" not in sender:
        return sender.strip() or None
    name, address = parseaddr(sender)
    return name.strip().strip("'\"") or address.partition("@")[2] or None


def day_of(stated: str) -> str | None:
    """Return the day on which a mail was sent, in the sender's time zone."""
    try:
        sent = parsedate_to_datetime(stated)
        return (sent if sent.tzinfo else sent.replace(tzinfo=UTC)).date().isoformat()
    except (ValueError, TypeError, OverflowError):
        return None


def attachments_of(files: Iterator[tuple[str, bytes]]) -> tuple[tuple[Attachment, ...], tuple[str, ...]]:
    """Return the attachments that can be read, and the names of those that are too large or too many."""
    kept: list[Attachment] = []
    left_out: list[str] = []
    for name, content in files:
        if len(content) > LARGEST_ATTACHMENT or len(kept) >= MOST_ATTACHMENTS:
            left_out.append(name)
        else:
            kept.append(Attachment(name, base64.b64encode(content).decode("ascii")))
    return tuple(kept), tuple(left_out)


def _on_one_line(stated: Any) -> str:  # noqa: ANN401 - a header is a text or a `Header`
    """Return what a header states, in whatever encoding it is."""
    try:
        text = str(make_header(decode_header(stated)))
    except (HeaderParseError, LookupError, ValueError):
        text = str(stated)
    return " ".join(text.split())


def _leaves(message: Part, depth: int = 0) -> Iterator[Part]:
    """Yield the parts that are no containers; a mail in the mail is one part."""
    if depth > _DEEPEST:
        raise UnusableError("is nested too deeply to be read", "Save its text by itself.")
    payload: Any = message.get_payload()
    if message.get_content_maintype() == "multipart" and isinstance(payload, list):
        for part in payload[:_MOST_PARTS]:
            yield from _leaves(part, depth + 1)
    else:
        yield message


def _bodies(parts: list[Part]) -> tuple[str, str, bool]:
    """Return the plain text and the markup of a mail, and whether the lines of the text flow."""
    bodies = [each for each in parts if not _is_attached(each)]
    plain = [each for each in bodies if each.get_content_type() == "text/plain"]
    markup = [each for each in bodies if each.get_content_type() == "text/html"]
    flowed = any(str(each.get_param("format", "")).lower() == "flowed" for each in plain)
    return "\n\n".join(map(_text, plain)), "\n".join(map(_text, markup)), flowed


def _attached(parts: list[Part]) -> Iterator[Part]:
    bodies = ("text/plain", "text/html")
    for each in parts:
        is_body = each.get_content_type() in bodies and not _is_attached(each)
        if not is_body and not _SILENT.fullmatch(each.get_content_type()):
            yield each


def _is_attached(part: Part) -> bool:
    return part.get_content_disposition() == "attachment" or part.get_filename() is not None


def _text(part: Part) -> str:
    data = _content(part)
    text = decode_as(data, part.get_content_charset("utf-8"))
    return decode(data)[0] if text is None else text


def _content(part: Part) -> bytes:
    payload: Any = part.get_payload()
    if isinstance(payload, list):
        return payload[0].as_bytes() if payload else b""
    data: Any = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _name(part: Part) -> str:
    if part.get_content_type() == "message/rfc822":
        return "mail.eml"
    return _on_one_line(part.get_filename(""))[:200]
