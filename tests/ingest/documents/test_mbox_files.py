"""A folder of mails in one file: each message is an article of its own."""

from __future__ import annotations

import mailbox
from email.message import EmailMessage
from pathlib import Path

import pytest

from ingest.documents import Incoming, Skipped
from ingest.documents.formats import mbox
from tests.ingest.documents.days import ENGLISH, INDONESIAN
from tests.ingest.documents.reading import lost, results


def mail(number: int, text: str) -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = f"Report {number}"
    message["From"] = "Sea Wire <desk@seawire.example>"
    message["Date"] = f"Mon, 0{number} Mar 2024 23:30:00 +0700"
    message["Message-ID"] = f"<{number}@seawire.example>"
    message.set_content(text)
    return message


def written(path: Path, *messages: EmailMessage) -> bytes:
    """Write messages as the standard library does."""
    box = mailbox.mbox(path)
    for each in messages:
        box.add(each)
    box.close()
    return path.read_bytes()


BODIES = ("\n\n".join(ENGLISH), "\n\n".join(INDONESIAN))


@pytest.mark.parametrize("name", ["a.mbox", "Inbox", "a.eml"])
def test_each_message_is_an_article_whatever_the_file_is_called(tmp_path: Path, name: str) -> None:
    data = written(tmp_path / "made", mail(1, BODIES[0]), mail(2, BODIES[1]))
    found = results(tmp_path / name, data)
    assert [each.origin.rpartition(", ")[2] for each in found] == ["message 1", "message 2"]
    documents = [each.document for each in found if isinstance(each, Incoming)]
    assert [each.title for each in documents] == ["Report 1", "Report 2"]
    assert [each.published_on for each in documents] == ["2024-03-01", "2024-03-02"]
    assert [each.language for each in documents] == ["en", "id"]
    assert [each.text.split("\n\n") for each in documents] == [list(ENGLISH), list(INDONESIAN)]


def test_lines_that_begin_with_from_begin_no_message(tmp_path: Path) -> None:
    quoted = f"{BODIES[0]}\n\nFrom Oslo the ministers went home on Monday.\n"
    data = written(tmp_path / "made", mail(1, quoted), mail(2, BODIES[0]))
    assert b"\n>From Oslo" in data
    for each in (data, data.replace(b"\n>From Oslo", b"\nFrom Oslo")):
        found = results(tmp_path / "a.mbox", each)
        assert len(found) == 2
        assert isinstance(found[0], Incoming)
        assert found[0].document.text.endswith("From Oslo the ministers went home on Monday.")


def test_a_message_that_cannot_be_used_costs_only_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mbox, "MOST_BYTES", 20_000)
    monkeypatch.setattr("ingest.documents.formats.papers.MOST_BYTES", 20_000)
    data = written(
        tmp_path / "made", mail(1, BODIES[0]), mail(2, "word " * 20_000), mail(3, ""), mail(4, BODIES[0])
    )
    first, large, empty, last = results(tmp_path / "a.mbox", data)
    assert isinstance(first, Incoming)
    assert isinstance(last, Incoming)
    assert isinstance(large, Skipped)
    assert "has more than 20,000 bytes" in large.reason
    assert isinstance(empty, Skipped)
    assert "message 3" in empty.origin


def test_attachments_are_named_by_their_message(tmp_path: Path) -> None:
    message = mail(1, BODIES[0])
    message.add_attachment(BODIES[1], filename="laporan.txt")
    found = results(tmp_path / "a.mbox", written(tmp_path / "made", message))
    assert [each.origin.partition(", ")[2] for each in found] == ["message 1", "message 1, attachment 1"]


def test_a_folder_without_messages_is_refused(tmp_path: Path) -> None:
    assert lost(tmp_path / "a.mbox", b"").reason == "has no messages"
