"""Reads mails of Outlook (MSG): the properties that MAPI keeps in an OLE file."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta

import olefile

from ingest.documents.binary.eml import attachments_of, best_text, remarks_on, sender_of, title_of
from ingest.documents.binary.parsed import Mail
from ingest.documents.binary.refusals import encrypted
from ingest.documents.encoding import decode
from ingest.documents.records import UnusableError

_PROPERTIES = "__properties_version1.0"
_SUBJECT, _BODY, _HTML, _RTF = "0037", "1000", "1013", "1009"
_MESSAGE_ID = "1035"
_SENDERS = ("0042", "0C1A", "5D01")
"""Where a mail names its sender: whom it was sent for, who sent it, the address."""

_CONTENT, _LONG_NAME, _NAME = "3701", "3707", "3704"
_SENT, _DELIVERED = 0x0039, 0x0E06
_TIME, _TOP, _ENTRY = 0x0040, 32, 16
"""The type of a time, and the sizes of the head and of an entry of the properties of a message."""

_SILENT = (".png", ".jpg", ".jpeg", ".gif", ".p7s", ".ics")
"""The endings of attachments that are no documents and are left out without a word."""

_SINCE = datetime(1601, 1, 1, tzinfo=UTC)
_OTHERS = {
    "EncryptedPackage": encrypted(),
    "WordDocument": UnusableError("is an old Word file (DOC)", "Save it as DOCX."),
    "Workbook": UnusableError("is an old spreadsheet of Excel (XLS)", "Save it as CSV."),
    "PowerPoint Document": UnusableError("is an old presentation (PPT)", "Save its text as DOCX."),
}
"""Why other OLE files are refused, by the name of one of their streams."""


def mail_of_msg(data: bytes) -> Mail:
    """Return a mail of Outlook.

    Raises:
        UnusableError: it is damaged, another kind of OLE file, or has no text that can be read.
    """
    if not data.startswith(olefile.MAGIC):
        raise UnusableError("is not a mail of Outlook, or is damaged", "Save it again from Outlook.")
    with closing(olefile.OleFileIO(io.BytesIO(data))) as file:
        _refuse_others(file)
        plain, markup = _text(file, "", _BODY), _text(file, "", _HTML)
        if not plain.strip() and not markup.strip() and _stream(file, "", _RTF):
            raise UnusableError("keeps its text only as RTF", "Save it from Outlook as EML or HTML.")
        attachments, left_out = attachments_of(_attachments(file))
        return Mail(
            text=best_text(plain, markup),
            title=title_of(_text(file, "", _SUBJECT)),
            sender=next((sender for tag in _SENDERS if (sender := sender_of(_text(file, "", tag)))), None),
            day=_day(file),
            message_id=_text(file, "", _MESSAGE_ID).strip().strip("<>") or None,
            attachments=attachments,
            left_out=left_out,
            remarks=remarks_on(plain),
        )


def _refuse_others(file: olefile.OleFileIO) -> None:
    for name, error in _OTHERS.items():
        if file.exists(name):
            raise UnusableError(error.reason, error.hint)
    if not file.exists(_PROPERTIES):
        raise UnusableError("is an old office file", "Save it as DOCX, or a mail as EML.")


def _stream(file: olefile.OleFileIO, folder: str, tag: str) -> tuple[bytes, str] | None:
    """Return a property with its type: UTF-16 (``001F``), text of a code page (``001E``) or bytes."""
    for kind in ("001F", "001E", "0102"):
        name = f"{folder}__substg1.0_{tag}{kind}"
        if file.exists(name):
            return file.openstream(name).read(), kind
    return None


def _text(file: olefile.OleFileIO, folder: str, tag: str) -> str:
    found = _stream(file, folder, tag)
    if found is None:
        return ""
    data, kind = found
    text = data.decode("utf-16-le", "replace") if kind == "001F" else decode(data.rstrip(b"\0"))[0]
    return text.rstrip("\0")


def _day(file: olefile.OleFileIO) -> str | None:
    """Return the day on which the mail was sent, else delivered, in UTC."""
    data = file.openstream(_PROPERTIES).read()
    times = {}
    for at in range(_TOP, len(data) - _ENTRY + 1, _ENTRY):
        kind, tag, _, value = struct.unpack_from("<HHIQ", data, at)
        if kind == _TIME:
            times[tag] = value
    ticks = times.get(_SENT) or times.get(_DELIVERED)
    try:
        return (_SINCE + timedelta(microseconds=ticks // 10)).date().isoformat() if ticks else None
    except OverflowError:
        return None


def _attachments(file: olefile.OleFileIO) -> Iterator[tuple[str, bytes]]:
    folders = {each[0] for each in file.listdir() if each[0].startswith("__attach_version1.0")}
    for folder in sorted(folders):
        content = _stream(file, f"{folder}/", _CONTENT)
        if content is not None:
            name = _text(file, f"{folder}/", _LONG_NAME) or _text(file, f"{folder}/", _NAME)
            if not name.lower().endswith(_SILENT):
                yield name, content[0]
