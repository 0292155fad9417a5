"""No address leads the follower into a private network, unless its owner allows that for a source."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from pathlib import Path

import httpcore
import pytest

from cypher.sources import listing
from cypher.sources.source import Source
from cypher.sources.states import State, states
from cypher.sources.store import Store
from ingest.following.fetched import FetchError
from ingest.following.fetching import fetch
from ingest.following.web.addresses import checked, is_public
from ingest.following.web.connecting import Guarded
from ingest.following.web.fetching import Web
from ingest.following.web.hosts import Hosts
from tests.misbehaving import Site, article, serving

pytestmark = pytest.mark.usefixtures("impatient")


@pytest.fixture
def inside() -> Iterator[Site]:
    """A server of this machine that nobody outside may reach."""
    with serving(article(1)) as running:
        yield running


@pytest.fixture
def outside() -> Iterator[Site]:
    with serving(article(2)) as running:
        yield running


def state_of(source: Source, folder: Path) -> State:
    store = Store(folder)
    listing.add(store, source)
    fetch(store, source)
    return states(store)[0]


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "2130706433",
        "0x7f.1",
        "127.1",
        "0177.0.0.1",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "0.0.0.0",  # noqa: S104 - it is refused
    ],
)
def test_a_source_on_this_machine_is_refused_however_it_is_written(
    host: str, inside: Site, tmp_path: Path
) -> None:
    found = state_of(Source("S", f"http://{host}:{inside.port}/good"), tmp_path)
    assert found.error is not None
    assert "is in a private network" in found.error.reason
    assert not inside.asked


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "2130706433", "[::ffff:127.0.0.1]", "169.254.169.254"]
)
def test_a_redirect_to_a_private_address_is_refused(
    host: str, outside: Site, inside: Site, tmp_path: Path
) -> None:
    outside.target = f"http://{host}:{inside.port}/good"
    found = state_of(Source("S", outside.address("/inside"), private=True), tmp_path)
    assert found.error is not None
    assert "is in a private network" in found.error.reason
    assert not inside.asked


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://127.0.0.1/x", "gopher://127.0.0.1", "http://a:b@c.example/"]
)
def test_a_redirect_to_what_is_no_web_page_is_refused(target: str, outside: Site, tmp_path: Path) -> None:
    outside.target = target
    found = state_of(Source("S", outside.address("/inside"), private=True), tmp_path)
    assert found.error is not None
    assert found.error.reason.startswith("has an address")


def test_a_source_of_your_own_may_be_on_this_machine(inside: Site, tmp_path: Path) -> None:
    assert state_of(Source("S", inside.address("/good"), private=True), tmp_path).new == 1


def test_a_name_that_leads_inside_is_refused_at_the_very_connection(
    inside: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The name is looked up once: what was checked is what is connected to."""
    answers = [[("93.184.216.34", inside.port)], [("127.0.0.1", inside.port)]]
    asked: list[str] = []
    tried: list[str] = []

    def look_up(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", each) for each in answers[min(len(asked), 2) - 1]]

    def connect(_: object, host: str, *__: object) -> httpcore.NetworkStream:
        tried.append(host)
        raise httpcore.ConnectError("nobody there")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", connect)
    with pytest.raises(httpcore.ConnectError):
        Guarded(time.monotonic() + 5).connect_tcp("rebinding.example", inside.port)
    assert (asked, tried) == (["rebinding.example"], ["93.184.216.34"])
    with pytest.raises(FetchError, match="in a private network"):
        Guarded(time.monotonic() + 5).connect_tcp("rebinding.example", inside.port)
    assert tried == ["93.184.216.34"]


def test_a_name_with_a_public_and_a_private_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    both = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, 80)) for each in ("93.184.216.34", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: both)
    with pytest.raises(FetchError, match=r"10\.0\.0\.1 is in a private network"):
        Web(Hosts(0.0)).get("http://both.example/")


@pytest.mark.parametrize(
    "address",
    [
        "10.0.0.1", "172.16.0.1", "192.168.1.1", "100.64.0.1", "169.254.169.254", "0.0.0.1", "224.0.0.1",
        "255.255.255.255", "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:10.0.0.1",
        "::ffff:7f00:1", "64:ff9b::10.0.0.1", "2002:7f00:1::", "2001:db8::1", "not an address",
    ],
)  # fmt: skip
def test_private_addresses(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "93.184.216.34", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8"]
)
def test_public_addresses(address: str) -> None:
    assert is_public(address)


def test_addresses_are_made_ascii() -> None:
    assert checked("https://Bücher.example/a b?ö=1#x") == "https://xn--bcher-kva.example/a%20b?%C3%B6=1"
