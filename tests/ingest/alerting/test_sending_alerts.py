"""Alerts that are sent to receivers that misbehave, and written as feeds; nothing is lost or injected."""

from __future__ import annotations

import hashlib
import hmac
import json
import socketserver
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest

from cypher.alerts.destinations import Mail, Security, Webhook, destinations
from cypher.alerts.items import Alert, Quote, alert_of
from cypher.alerts.outbox import keep_test, newest
from cypher.alerts.rules import FEED, Pace, Rule, keep_rule, rules
from cypher.database import Database, Role, Settings, connect
from cypher.errors import UsageError
from ingest.alerting.failures import NotAcceptedError
from ingest.alerting.feed import feed, feed_path
from ingest.alerting.mail import message, send_mail
from ingest.alerting.sending import send_all
from ingest.alerting.webhook import SIGNATURE, post
from ingest.alerting.wording import headline
from ingest.alerting.wording import plain as plain_text
from tests.conftest import empty
from tests.loopback import serving_by

SECRET = "a secret of sixteen characters"
HOSTILE = "<img src=x onerror=alert(1)>\r\nBcc: all@example.org\r\n\x00]]>"
ALERT = Alert(
    "alert-0123456789abcdef",
    HOSTILE,
    ("IRN", "USA"),
    2,
    {"CONSULT": 2},
    ("Iran → United States: cooperation",),
    watches=("Gulf",),
    quotes=(
        Quote("c", "d", HOSTILE, "CONSULT", HOSTILE, "2026-03-01", "javascript:alert(1)"),
        Quote("c2", "d", "They met.", "CONSULT", "Daily", "2026-03-01", "https://example.org/a?b=1&c=2"),
    ),
    made_at="2026-03-03T05:00:00+00:00",
)


@dataclass
class Receiver:
    """A web server that answers as it is told, and keeps what it was sent."""

    answers: list[int] = field(default_factory=list)
    got: list[tuple[dict[str, str], bytes]] = field(default_factory=list)
    pause: float = 0.0

    @contextmanager
    def serving(self) -> Iterator[Webhook]:
        receiver = self

        class Visit(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                receiver.got.append((dict(self.headers), body))
                time.sleep(receiver.pause)
                status = receiver.answers.pop(0) if receiver.answers else 204
                if status:  # else the connection is closed without an answer
                    self.send_response(status)
                    self.send_header("Location", f"http://127.0.0.1:{port}/elsewhere")
                    self.send_header("Content-Length", "0")
                    self.end_headers()
                else:
                    self.connection.close()

            def log_message(self, *_: object) -> None:
                pass

        with serving_by(Visit) as port:
            yield Webhook("desk", f"http://127.0.0.1:{port}/in", SECRET, private=True)


def test_a_webhook_gets_json_with_a_signature_and_a_lasting_key() -> None:
    receiver = Receiver()
    with receiver.serving() as to:
        post(ALERT, to)
        post(ALERT, to)
    (headers, body), (second, _) = receiver.got
    moment, _, made = headers[SIGNATURE].removeprefix("t=").partition(",v1=")
    expected = hmac.new(SECRET.encode(), f"{moment}.".encode() + body, hashlib.sha256).hexdigest()
    assert made == expected
    assert abs(int(moment) - time.time()) < 60
    assert headers["Idempotency-Key"] == second["Idempotency-Key"] == ALERT.id
    assert alert_of(body.decode()) == ALERT
    assert json.loads(body)["title"] == HOSTILE


@pytest.mark.parametrize("status", [500, 503, 404, 302, 307, 0])
def test_whatever_is_no_success_is_not_accepted_and_redirects_are_not_followed(status: int) -> None:
    receiver = Receiver([status])
    with receiver.serving() as to, pytest.raises(NotAcceptedError, match="desk"):
        post(ALERT, to)
    assert len(receiver.got) == 1


def test_a_slow_receiver_is_given_up() -> None:
    receiver = Receiver(pause=3)
    began = time.monotonic()
    with receiver.serving() as to, pytest.raises(NotAcceptedError, match="did not answer"):
        post(ALERT, to, seconds=0.5)
    assert time.monotonic() - began < 2.5


def test_private_addresses_and_plain_http_are_refused() -> None:
    receiver = Receiver()
    with receiver.serving() as to:
        with pytest.raises(NotAcceptedError, match="private network"):
            post(ALERT, replace(to, private=False))
        for url in ("http://93.184.216.34/in", "ftp://127.0.0.1/", "http://10.0.0.1/", "nonsense"):
            with pytest.raises(NotAcceptedError):
                post(ALERT, replace(to, url=url))
    assert not receiver.got


class MailServer(socketserver.ThreadingTCPServer):
    """A mail server that speaks just enough SMTP; `refuse` are the commands that it answers with 550."""

    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False

    def __init__(self, refuse: tuple[str, ...] = (), *, hangs: bool = False) -> None:
        super().__init__(("127.0.0.1", 0), Talk)
        self.refuse, self.hangs = refuse, hangs
        self.got: list[bytes] = []
        self.to: list[str] = []


class Talk(socketserver.StreamRequestHandler):
    """One conversation."""

    server: MailServer

    def handle(self) -> None:
        if self.server.hangs:
            time.sleep(3)
            return
        self._say("220 ready")
        while line := self.rfile.readline():
            word = line.decode().split()[0].upper() if line.strip() else ""
            if word in self.server.refuse:
                self._say("550 no")
            elif word == "DATA":
                self._say("354 go on")
                self.server.got.append(b"".join(iter(self.rfile.readline, b".\r\n")))
                self._say("250 taken")
            elif word == "QUIT":
                self._say("221 bye")
                return
            else:
                if word == "RCPT":
                    self.server.to.append(line.decode().strip())
                self._say("250 fine")

    def _say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())


@contextmanager
def mailing(server: MailServer) -> Iterator[Mail]:
    with server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        to = ("desk@example.org", "night@example.org")
        yield Mail("desk", "127.0.0.1", "graph@example.org", to, server.server_address[1], Security.NONE)
        server.shutdown()
        thread.join()


def test_a_mail_is_plain_and_html_with_lasting_ids_and_nothing_injected() -> None:
    server = MailServer()
    with mailing(server) as to:
        send_mail(ALERT, to)
        send_mail(ALERT, to)
    first, second = (message_from_bytes(each, policy=policy.default) for each in server.got)
    assert first["Message-ID"] == second["Message-ID"]
    assert first["Message-ID"].endswith("@example.org>")
    assert first["List-Id"] == "Konstelasi alerts <alerts.example.org>"
    assert first["Bcc"] is None
    assert "\n" not in first["Subject"]
    assert [each.split(":")[1] for each in server.to[:2]] == ["<desk@example.org>", "<night@example.org>"]
    assert len(server.to) == 4, "nobody else"
    plain, html = (first.get_body((form,)) for form in ("plain", "html"))
    assert plain is not None
    assert html is not None
    assert "They met." in plain.get_content()
    shown = html.get_content()
    assert "<img" not in shown
    assert "javascript:" not in shown
    assert 'href="https://example.org/a?b=1&amp;c=2"' in shown


@pytest.mark.parametrize("refuse", [("MAIL",), ("RCPT",), ("DATA",)])
def test_a_mail_that_is_refused_is_not_accepted(refuse: tuple[str, ...]) -> None:
    with mailing(MailServer(refuse)) as to, pytest.raises(NotAcceptedError, match="desk"):
        send_mail(ALERT, to)


def test_a_server_that_hangs_or_offers_no_encryption_gets_nothing() -> None:
    with mailing(MailServer(hangs=True)) as to, pytest.raises(NotAcceptedError):
        send_mail(ALERT, to, seconds=0.5)
    server = MailServer()
    with mailing(server) as to, pytest.raises(NotAcceptedError):
        send_mail(ALERT, replace(to, security=Security.STARTTLS))
    with mailing(server := MailServer()) as to, pytest.raises(NotAcceptedError):
        send_mail(ALERT, replace(to, security=Security.TLS), seconds=0.5)
    assert not server.got


def test_another_alert_has_another_message_id() -> None:
    to = Mail("desk", "127.0.0.1", "graph@example.org", ("desk@example.org",))
    ids = {message(replace(ALERT, id=id_), to)["Message-ID"] for id_ in ("a", "b", "a\r\nX: y")}
    assert len(ids) == 3


def ruled(author: str, language: str = "en") -> Rule:
    return Rule("a rule", author, "", Pace.DAILY, FEED, "trusted", "actor", ALERT.made_at, language=language)


INDONESIAN = replace(ALERT, title="Iran", watches=("Teluk",), language="id")


def test_a_mail_is_written_in_the_language_of_its_alert() -> None:
    to = Mail("desk", "127.0.0.1", "graph@example.org", ("desk@example.org",))
    local, usual = message(INDONESIAN, to), message(replace(INDONESIAN, language="en"), to)
    assert (local["Subject"], usual["Subject"]) == ("Iran: 2 klaim baru", "Iran: 2 new claims")
    assert local["Content-Language"] == "id"
    for form in ("plain", "html"):
        body, other = (each.get_body((form,)) for each in (local, usual))
        assert body is not None
        assert other is not None
        said, told = body.get_content(), other.get_content()
        for word, english in (("Berunding 2", "Consult 2"), ("Dipantau oleh: Teluk", "Watched by: Teluk")):
            assert word in said
            assert english in told
            assert english not in said
        assert "They met." in said


def test_one_claim_is_no_plural() -> None:
    assert headline(replace(INDONESIAN, claims=1, language="en")) == "Iran: 1 new claim"
    assert headline(replace(INDONESIAN, claims=1)) == "Iran: 1 klaim baru"
    assert "UNHEARD_OF 1" in plain_text(replace(ALERT, types={"UNHEARD_OF": 1}))


def test_a_feed_is_written_in_the_language_of_its_rule() -> None:
    root = Xml.fromstring(feed(ruled("ana", "id"), [INDONESIAN], ALERT.made_at))  # noqa: S314 - our own
    atom = "{http://www.w3.org/2005/Atom}"
    assert root.findtext(f"{atom}title") == "Peringatan ana"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "id"
    assert root.findtext(f"{atom}entry/{atom}title") == "Iran: 2 klaim baru"


def test_a_webhook_is_told_the_language_and_the_codes_stay() -> None:
    receiver = Receiver()
    with receiver.serving() as to:
        post(INDONESIAN, to)
    told = json.loads(receiver.got[0][1])
    assert (told["language"], told["types"]) == ("id", {"CONSULT": 2})


def test_an_alert_of_an_older_version_is_english() -> None:
    values = {name: value for name, value in ALERT.values().items() if name != "language"}
    assert alert_of(json.dumps(values)).language == "en"


def test_a_feed_is_well_formed_whatever_the_news_say() -> None:
    root = Xml.fromstring(feed(ruled(HOSTILE), [ALERT], ALERT.made_at))  # noqa: S314 - our own
    atom = "{http://www.w3.org/2005/Atom}"
    assert root.findtext(f"{atom}id") == "urn:konstelasi:alerts:a%20rule"
    entry = root.find(f"{atom}entry")
    assert entry is not None
    assert entry.findtext(f"{atom}id") == f"urn:konstelasi:alert:{ALERT.id}"
    assert "<img" not in (entry.findtext(f"{atom}content") or "")


def listed(path: Path, text: str, **environment: str) -> dict[str, object]:
    path.write_text(text, encoding="utf-8")
    return dict(destinations({"KONSTELASI_ALERTS": str(path), **environment}))


def test_destinations_are_read_with_secrets_from_files_and_variables(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text(f"{SECRET}\n")
    text = f"""
    [webhook.desk]
    url = "https://example.org/in"
    secret_file = "{tmp_path / "secret"}"
    [mail.night]
    host = "mail.example.org"
    sender = "graph@example.org"
    to = "night@example.org"
    user = "graph"
    password_variable = "MAIL_PASSWORD"
    """
    found = listed(tmp_path / "alerts.toml", text, MAIL_PASSWORD="open")
    desk, night = found["desk"], found["night"]
    assert desk == Webhook("desk", "https://example.org/in", SECRET)
    expected = Mail("night", "mail.example.org", "graph@example.org", ("night@example.org",))
    assert night == replace(expected, user="graph", password="open")
    assert SECRET not in repr(desk)
    assert "open" not in repr(night)
    assert destinations({}) == {}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[webhook.desk]\nurl = 'https://example.org'", "secret"),
        ("[webhook.feed]\nurl = 'https://example.org'", "name"),
        ("[mail.desk]\nhost = 'h'\nsender = 'a@b\\nX: y'\nto = 'a@b'", "sender|read"),
        ("[mail.desk]\nhost = 'h'\nsender = 'a@b'\nto = ['a@b', 'c']", "to"),
        ("[mail.desk]\nhost = 'h'\nsender = 'a@b'\nto = 'a@b'\nsecurity = 'none'", "security"),
        ("[mail.desk]\nhost = 'h'\nsender = 'a@b'\nto = 'a@b'\ncolour = 'red'", "colour"),
        ("[pager.desk]\n", "pager"),
        ("webhook = 1", "webhook"),
        ("[", "cannot be read"),
    ],
)
def test_a_list_that_cannot_be_used_is_refused_in_words(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        listed(tmp_path / "alerts.toml", text)


@pytest.fixture
def graph(embedded: Settings) -> Iterator[Database]:
    empty(embedded)
    with connect(embedded, Role.ANALYST) as database:
        yield database


@pytest.mark.slow
def test_a_failed_alert_is_sent_later_under_the_same_id_and_others_still_go(
    graph: Database, tmp_path: Path
) -> None:
    keep_rule(graph, "ana", "desk", Pace.DAILY)
    keep_rule(graph, "budi", FEED, Pace.DAILY)
    keep_rule(graph, "cici", "gone", Pace.DAILY)
    by_author = {rule.author: rule.id for rule in rules(graph)}
    for rule in by_author.values():
        keep_test(graph, rule)
    told: list[str] = []
    receiver, now = Receiver([500]), datetime.now(UTC)
    with receiver.serving() as to:
        done = send_all(graph, tmp_path, {"desk": to}, told.append, now)
        assert (done.rules, done.sent, done.failed) == (3, 1, 2)
        assert send_all(graph, tmp_path, {"desk": to}, told.append, now).failed == 0, "they wait"
        (each,) = newest(graph, by_author["ana"])
        assert "status 500" in each.failure
        later = now + timedelta(minutes=2)
        assert send_all(graph, tmp_path, {"desk": to}, told.append, later).sent == 1
        assert send_all(graph, tmp_path, {"desk": to}, told.append, later).sent == 0
    assert len({headers["Idempotency-Key"] for headers, _ in receiver.got}) == 1
    assert len(receiver.got) == 2
    assert "is not on the list" in newest(graph, by_author["cici"])[0].failure
    path = feed_path(tmp_path, by_author["budi"])
    assert "Test of an alert" in path.read_text(encoding="utf-8")
    assert path.stat().st_mode & 0o077 == 0
