"""Sources that are fetched through a proxy, as many newsrooms must."""

from __future__ import annotations

import datetime
import socket
import ssl
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from cypher.sources import listing
from cypher.sources.source import BUCKET, Source
from cypher.sources.states import State, states
from cypher.sources.store import Store
from ingest.documents import Incoming
from ingest.following import queue
from ingest.following.discovery import feed_at
from ingest.following.fetched import FetchError
from ingest.following.fetching import fetch
from ingest.following.kinds import feed
from ingest.following.web import fetching
from ingest.following.web.robots import Robots
from tests.misbehaving import Site, article, serving
from tests.proxying import RunningProxy, proxying

pytestmark = pytest.mark.usefixtures("impatient")

VARIABLE = "KONSTELASI_FETCH_PROXY"
PAPER = "http://paper.example"
LOOK_UP = socket.getaddrinfo


@pytest.fixture
def site() -> Iterator[Site]:
    with serving(article(1, PAPER)) as running:
        yield running


@pytest.fixture
def proxy(site: Site, monkeypatch: pytest.MonkeyPatch) -> Iterator[RunningProxy]:
    """A proxy that alone knows where the paper is; nothing else looks up names of other machines."""

    def look_up(host: str, *rest: object, **more: object) -> object:
        if str(host).endswith(".example"):
            raise socket.gaierror(socket.EAI_NONAME, "only the proxy knows it")
        return LOOK_UP(host, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    monkeypatch.setattr(feed, "_ROBOTS", Robots())
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    with proxying(paper_example=site.port) as running:
        monkeypatch.setenv(VARIABLE, running.address())
        yield running


def followed(folder: Path, source: Source) -> State:
    store = Store(folder)
    listing.add(store, source)
    fetch(store, source)
    return states(store)[0]


def reason(state: State) -> str:
    assert state.error is not None
    return state.error.reason


def test_a_feed_and_the_pages_of_its_articles_come_through_the_proxy(
    proxy: RunningProxy, site: Site, tmp_path: Path
) -> None:
    long = " ".join(f"The ministers spoke about point {number} for a long time." for number in range(20))
    site.pages["/1.html"] = (
        f"<html><body><article><h1>Report</h1><p>{long}</p></article></body></html>".encode()
    )
    site.pages["/robots.txt"] = b"User-agent: *\nAllow: /\n"
    assert followed(tmp_path, Source("Paper", f"{PAPER}/good", full_text=True)).new == 1
    (waiting,) = queue.waiting(Store(tmp_path), 10)
    assert isinstance(waiting.incoming, Incoming)
    assert "point 19" in waiting.incoming.document.text
    asked = [f"GET {PAPER}/{path}" for path in ("good", "robots.txt", "1.html")]
    assert proxy.asked == asked
    assert site.headers["/good"]["host"] == "paper.example"


def test_conditions_redirects_and_waiting_work_through_the_proxy(
    proxy: RunningProxy, site: Site, tmp_path: Path
) -> None:
    source = Source("Paper", f"{PAPER}/moved")
    found = followed(tmp_path, source)
    assert (found.new, found.moved_to) == (1, f"{PAPER}/good")
    found = followed(tmp_path, replace(source, address=f"{PAPER}/too-many"))
    assert reason(found) == "answers 429 and asks to wait 120 s"


def test_the_feed_of_a_site_is_found_through_the_proxy(proxy: RunningProxy) -> None:
    assert feed_at(f"{PAPER}/page") == f"{PAPER}/good"
    assert proxy.asked == [f"GET {PAPER}/page"]


def test_a_source_of_your_own_is_asked_directly(proxy: RunningProxy, site: Site, tmp_path: Path) -> None:
    assert followed(tmp_path, Source("Own", site.address("/good"), private=True)).new == 1
    assert proxy.asked == []


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]", "169.254.169.254",
     "intranet", "wiki.local", "printer.lan", "vault.internal"],
)  # fmt: skip
def test_a_redirect_to_a_private_address_is_refused_before_the_proxy_is_asked(
    host: str, proxy: RunningProxy, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = socket.getaddrinfo

    def look_up(name: str, *rest: object, **more: object) -> object:
        if str(name).rpartition(".")[2] in ("intranet", "local", "lan", "internal"):
            raise socket.gaierror(socket.EAI_NONAME, "only the proxy knows it")
        return known(name, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    site.target = f"http://{host}:{site.port}/good"
    proxy.hosts[host.strip("[]")] = site.port
    found = followed(tmp_path, Source("S", f"{PAPER}/inside"))
    assert "is in a private network" in reason(found) or "names a machine of a private network" in reason(
        found
    )
    assert proxy.asked == [f"GET {PAPER}/inside"]
    assert not site.asked["/good"]


def test_a_name_that_leads_inside_here_is_refused_too(
    proxy: RunningProxy, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("10.0.0.7", 80))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: inside)
    assert "10.0.0.7 is in a private network" in reason(followed(tmp_path, Source("S", f"{PAPER}/good")))
    assert proxy.asked == []


def test_a_login_is_given_to_the_proxy_and_never_shown(
    proxy: RunningProxy, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy.login = "ani:geh@im"
    found = followed(tmp_path / "without", Source("Paper", f"{PAPER}/good"))
    assert reason(found) == "cannot be fetched: the proxy answers 407 Proxy Authentication Required"
    monkeypatch.setenv(VARIABLE, proxy.address("ani:geh%40im"))
    assert followed(tmp_path / "with", Source("Paper", f"{PAPER}/good")).new == 1
    assert "proxy-authorization" not in site.headers["/good"]
    proxy.hosts.clear()
    found = followed(tmp_path / "gone", Source("Paper", f"{PAPER}/good"))
    assert "geh" not in found.line()


def test_a_proxy_that_does_not_answer_is_named_as_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with proxying() as gone:
        address = gone.address()
    monkeypatch.setenv(VARIABLE, address)
    found = followed(tmp_path, Source("Paper", "http://93.184.216.34/good"))
    assert reason(found) == "cannot be fetched: the proxy cannot be reached"
    assert found.error is not None
    assert VARIABLE in found.error.hint


@pytest.mark.parametrize(
    "stated", ["proxy", "socks5://127.0.0.1:1080", "http://", "http://h:x", "ftp://h:21"]
)
def test_a_setting_that_is_no_proxy_is_said_and_nothing_is_fetched_without_it(
    stated: str, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, stated)
    found = followed(tmp_path, Source("Paper", "http://93.184.216.34/good"))
    assert reason(found) == f"cannot be fetched: {VARIABLE} is not the address of a proxy"


def test_the_address_of_the_proxy_may_stand_in_a_file(
    proxy: RunningProxy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(VARIABLE)
    monkeypatch.setenv(f"{VARIABLE}_FILE", str(tmp_path / "proxy"))
    missing = followed(tmp_path / "missing", Source("Paper", f"{PAPER}/good"))
    assert reason(missing) == f"cannot be fetched: the file of {VARIABLE} cannot be read"
    (tmp_path / "proxy").write_text(f"{proxy.address()}\n")
    assert followed(tmp_path / "there", Source("Paper", f"{PAPER}/good")).new == 1


def test_proxies_of_the_environment_are_not_used(
    proxy: RunningProxy, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(VARIABLE)
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, proxy.address())
    assert "has no address" in reason(followed(tmp_path, Source("Paper", f"{PAPER}/good")))
    assert proxy.asked == []


def certified(folder: Path, host: str) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """The contexts of a server with a new certificate for a host, and of who trusts it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
    now = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = folder / "certificate.pem"
    plain = serialization.NoEncryption()
    secret = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    pem.write_bytes(secret + certificate.public_bytes(serialization.Encoding.PEM))
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(pem)
    return server, ssl.create_default_context(cafile=str(pem))


def test_an_encrypted_feed_comes_through_a_tunnel_and_its_certificate_counts(
    proxy: RunningProxy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server, trusting = certified(tmp_path, "paper.example")
    with serving(article(1), wrapped=server) as encrypted:
        proxy.hosts["paper.example"] = encrypted.port
        proxy.hosts["other.example"] = encrypted.port
        monkeypatch.setattr(fetching, "_trust", lambda: trusting)
        assert followed(tmp_path / "good", Source("Paper", "https://paper.example/good")).new == 1
        assert proxy.asked == ["CONNECT paper.example:443"]
        refused = followed(tmp_path / "bad", Source("Paper", "https://other.example/good"))
        assert "certificate" in reason(refused).lower()
        assert encrypted.asked["/good"] == 1
    unknown = followed(tmp_path / "none", Source("Paper", "https://nowhere.example/good"))
    assert reason(unknown) == "cannot be fetched: the proxy answers 502 Bad Gateway"


def test_a_bucket_is_read_through_the_proxy(
    proxy: RunningProxy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("obstore")
    followed(tmp_path, Source("Bucket", "s3://news/", kind=BUCKET))
    assert any(each.startswith("CONNECT s3.") or ".amazonaws.com:443" in each for each in proxy.asked)


def test_a_link_of_a_hostile_feed_is_refused_through_the_proxy_as_well(
    proxy: RunningProxy, site: Site, tmp_path: Path
) -> None:
    site.articles[0].link = f"http://127.0.0.1:{site.port}/secret"
    source = Source("Paper", f"{PAPER}/good", full_text=True)
    assert followed(tmp_path, source).new == 1
    assert not site.asked["/secret"]
    assert all("127.0.0.1" not in each for each in proxy.asked)


def test_a_feed_address_that_cannot_be_asked_raises(proxy: RunningProxy) -> None:
    with pytest.raises(FetchError, match="the proxy answers 502"):
        feed_at("https://nowhere.example/rss")
