"""A mail is an article with the sender as publisher; what it quotes is not its own, what it attaches is."""

from __future__ import annotations

# ruff: noqa: E501 - mails and cases in one line each
from datetime import UTC, datetime
from email.header import Header
from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest

from ingest.documents import Incoming, Skipped
from tests.ingest.documents.compound import msg, ole
from tests.ingest.documents.days import ENGLISH, INDONESIAN
from tests.ingest.documents.printed import column, pdf
from tests.ingest.documents.reading import lost, one, results
from tests.ingest.documents.word_made import docx, paragraph

SENT = "Mon, 04 Mar 2024 23:30:00 +0700"
BODY = "\n\n".join(ENGLISH)


def mail(text: str = BODY, markup: str | None = None, **headers: str) -> EmailMessage:
    """Return a mail with a text and, if given, the same as a page."""
    message = EmailMessage()
    stated = {"Subject": "Chile and Norway meet", "From": "Sea Wire <desk@seawire.example>", "Date": SENT}
    for name, value in (stated | headers).items():
        message[name.replace("_", "-")] = value
    message["Message-ID"] = "<77@seawire.example>"
    message.set_content(text)
    if markup is not None:
        message.add_alternative(markup, subtype="html")
    return message


def test_headers_give_title_day_and_publisher(tmp_path: Path) -> None:
    found = one(tmp_path / "a.eml", mail().as_bytes())
    document = found.document
    assert document.text.split("\n\n") == list(ENGLISH)
    assert (document.title, document.publisher) == ("Chile and Norway meet", "Sea Wire")
    assert (document.published_on, document.published_guessed) == ("2024-03-04", False)
    assert found.given_id == "77@seawire.example"


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_encoded_headers_and_bodies_are_read(tmp_path: Path, charset: str) -> None:
    message = mail(Subject="SUBJECT")
    message.set_content("\n\n".join(INDONESIAN) + "\n\nKata Peña – “ya”.", charset=charset)
    subject = Header("Menteri Peña bertemu – resmi", charset).encode()
    data = message.as_bytes().replace(b"SUBJECT", subject.encode())
    assert data.count(charset.encode()) == 2  # of the subject and of the text
    document = one(tmp_path / "a.eml", data).document
    assert document.title == "Menteri Peña bertemu – resmi"
    assert document.text.endswith("Kata Peña – “ya”.")


def test_a_mail_is_known_without_its_ending(tmp_path: Path) -> None:
    assert one(tmp_path / "mail", mail().as_bytes()).document.title == "Chile and Norway meet"


@pytest.mark.parametrize(
    "quoted",
    [
        "On Mon, 4 Mar 2024 at 10:00, Ola <o@x.example> wrote:\n> Peru expelled an envoy.",
        "Pada Sen, 4 Mar 2024 10:00, Ola <o@x.example> menulis:\n> Peru expelled an envoy.",
        "-----Original Message-----\nFrom: Ola\nSent: Monday\nSubject: x\n\nPeru expelled an envoy.",
        "________________________________\nFrom: Ola\nSent: Monday\nTo: x\nSubject: x\n\nPeru expelled an envoy.",
        "From: Ola <o@x.example>\nSent: Monday\nTo: Kari\nSubject: Peru\n\nPeru expelled an envoy.",
        "> Peru expelled an envoy.\n> It was the second.",
        "-- \nPeru Desk, who expelled an envoy",
    ],
)
def test_what_a_mail_quotes_is_left_out(tmp_path: Path, quoted: str) -> None:
    message = mail(f"{BODY}\n\n{quoted}\n", Subject="Re: Fwd: RE: Chile and Norway meet")
    document = one(tmp_path / "a.eml", message.as_bytes()).document
    assert document.text.split("\n\n") == list(ENGLISH)
    assert document.title == "Chile and Norway meet"


def test_the_text_of_a_forwarded_mail_is_read_with_a_remark(tmp_path: Path) -> None:
    text = f"FYI\n\n---------- Forwarded message ---------\nFrom: Ola <o@x.example>\nDate: Sun, 3 Mar 2024\nSubject: x\nTo: y\n\n{BODY}"
    found = one(tmp_path / "a.eml", mail(text).as_bytes())
    assert found.document.text.split("\n\n") == ["FYI", *ENGLISH]
    assert "forwards another mail: the date and the publisher are those of the forwarding" in found.remarks


def test_lines_that_a_mail_program_broke_are_whole(tmp_path: Path) -> None:
    words = ENGLISH[0].split()
    broken = "\n".join(" ".join(words[at : at + 12]) for at in range(0, len(words), 12))
    assert one(tmp_path / "a.eml", mail(f"{broken}\n\n{ENGLISH[1]}").as_bytes()).document.text.split(
        "\n\n"
    ) == list(ENGLISH[:2])


def test_a_page_is_read_where_the_plain_text_only_says_that_there_is_one(tmp_path: Path) -> None:
    markup = (
        "<html><head><style>p {}</style></head><body><div style='display:none'>PREVIEW</div><table><tr><td>"
        + "".join(f"<p>{each}</p>" for each in ENGLISH)
        + "</td></tr></table><blockquote type='cite'>QUOTED</blockquote><div class='gmail_quote'>QUOTED</div></body></html>"
    )
    found = one(tmp_path / "a.eml", mail("See the page.", markup).as_bytes())
    assert found.document.text.split("\n\n") == list(ENGLISH)
    assert one(tmp_path / "b.eml", mail(BODY, markup).as_bytes()).document.text.split("\n\n") == list(ENGLISH)


def test_attachments_are_articles_of_their_own_and_others_are_named(tmp_path: Path) -> None:
    message = mail()
    message.add_attachment(
        pdf(column(INDONESIAN)), maintype="application", subtype="pdf", filename="laporan.pdf"
    )
    message.add_attachment(
        docx(paragraph(ENGLISH[1])), maintype="application", subtype="octet-stream", filename="b.docx"
    )
    message.add_attachment(b"ID3\x04", maintype="audio", subtype="mpeg", filename="talk.mp3")
    message.add_attachment(b"%PDF-1.7 broken", maintype="application", subtype="pdf", filename="c.pdf")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    inner = mail(ENGLISH[2])
    inner.add_attachment(
        b'{"text": "Iran met Iraq in Baghdad on trade."}\n',
        maintype="text",
        subtype="json",
        filename="r.jsonl",
    )
    message.add_attachment(inner)
    found = results(tmp_path / "a.eml", message.as_bytes())
    path = str(tmp_path / "a.eml")
    origins = [each.origin for each in found]
    assert origins == [
        path,
        *(f"{path}, attachment {place}" for place in ("1", "2", "4", "5", "5, attachment 1, line 1")),
    ]
    own, report, word, broken, forwarded, row = found
    assert isinstance(own, Incoming)
    assert "the attachment “talk.mp3” is left out" in own.remarks
    assert not [each for each in own.remarks if "logo" in each]
    assert isinstance(report, Incoming)
    assert report.document.text.split("\n\n") == list(INDONESIAN)
    assert isinstance(word, Incoming)
    assert word.document.text == ENGLISH[1]
    assert (word.document.published_on, word.document.published_guessed) == ("2024-03-04", True)
    assert isinstance(broken, Skipped)
    assert broken.reason == "is not a PDF file, or is damaged"
    assert isinstance(forwarded, Incoming)
    assert isinstance(row, Incoming)


def test_a_mail_that_only_brings_an_attachment_is_not_an_empty_article(tmp_path: Path) -> None:
    message = mail("")
    message.add_attachment(pdf(column(ENGLISH)), maintype="application", subtype="pdf", filename="a.pdf")
    (found,) = results(tmp_path / "a.eml", message.as_bytes())
    assert isinstance(found, Incoming)
    assert found.origin.endswith("attachment 1")


def test_mails_in_mails_end_somewhere(tmp_path: Path) -> None:
    message = mail()
    for _ in range(6):
        outer = mail()
        outer.add_attachment(message)
        message = outer
    found = results(tmp_path / "a.eml", message.as_bytes())
    assert isinstance(found[-1], Skipped)
    assert found[-1].reason == "is nested too deeply to be read"
    deep = MIMEMultipart()
    for _ in range(40):
        outer_part = MIMEMultipart()
        outer_part.attach(deep)
        deep = outer_part
    deep["Message-ID"] = "<1@x.example>"
    deep.attach(MIMEText(BODY))
    assert lost(tmp_path / "b.eml", deep.as_bytes()).reason == "is nested too deeply to be read"


@pytest.mark.parametrize(
    "data", [b"MIME-Version: 1.0\n\n", b"MIME-Version: 1.0\nDate: x\nFrom: =?x?q?=FF?=\n\n \n"]
)
def test_a_mail_without_text_is_empty(tmp_path: Path, data: bytes) -> None:
    assert lost(tmp_path / "a.eml", data).reason == "is empty"


def test_a_mail_of_outlook_is_read_like_any_other(tmp_path: Path) -> None:
    texts = {
        "0037": "RE: Chile and Norway meet",
        "0C1A": "Sea Wire",
        "1000": f"{BODY}\r\n\r\nFrom: Ola\r\nSent: Monday\r\nTo: x\r\nSubject: y\r\n\r\nPeru expelled an envoy.",
        "1035": "<77@seawire.example>",
    }
    files = {"laporan.pdf": pdf(column(INDONESIAN)), "talk.mp3": b"ID3\x04", "logo.png": b"\x89PNG"}
    found = results(tmp_path / "a.msg", msg(texts, datetime(2024, 3, 4, 22, tzinfo=UTC), files))
    own, report = found
    assert isinstance(own, Incoming)
    assert own.document.text.split("\n\n") == list(ENGLISH)
    assert (own.document.title, own.document.publisher) == ("Chile and Norway meet", "Sea Wire")
    assert (own.document.published_on, own.given_id) == ("2024-03-04", "77@seawire.example")
    assert "the attachment “talk.mp3” is left out" in own.remarks
    assert isinstance(report, Incoming)
    assert report.document.text.split("\n\n") == list(INDONESIAN)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (ole({"WordDocument": b"x"}), "is an old Word file (DOC)"),
        (ole({"Workbook": b"x"}), "is an old spreadsheet of Excel (XLS)"),
        (ole({"EncryptedPackage": b"x"}), "is encrypted: it opens only with a password"),
        (ole({"Other": b"x"}), "is an old office file"),
        (msg({"1009": "rtf"}, None, {}), "keeps its text only as RTF"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "is not a mail of Outlook, or is damaged"),
        (msg({"1000": BODY * 5}, None, {})[:900], "is damaged: its content cannot be read"),
    ],
)
def test_what_is_no_mail_of_outlook_is_refused_with_its_reason(
    tmp_path: Path, data: bytes, reason: str
) -> None:
    assert lost(tmp_path / "a.msg", data).reason == reason
