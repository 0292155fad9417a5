"""Where the app listens, and under which names it answers there."""

# ruff: noqa: S104 - the address of all networks is one of those that are tested

from __future__ import annotations

import socket

import pytest

from cypher.errors import UsageError
from explorer.serving.hosts import Hosts, hosts_for
from explorer.serving.listening import Listening, listening, refuse_a_taken_port
from tests.explorer.serving.running import IPV6

THIS = Listening("127.0.0.1", "127.0.0.1", 8501)
EVERYWHERE = Listening("0.0.0.0", "0.0.0.0", 8501)
PROXIED = "graph.example.org"


@pytest.mark.parametrize(
    ("address", "url", "reached_at", "loopback"),
    [
        ("127.0.0.1", "http://127.0.0.1:8501", "127.0.0.1", True),
        ("127.0.0.2", "http://127.0.0.2:8501", "127.0.0.2", True),
        ("::1", "http://[::1]:8501", "::1", True),
        ("[::1]", "http://[::1]:8501", "::1", True),
        ("0.0.0.0", "http://127.0.0.1:8501", "127.0.0.1", False),
        ("::", "http://[::1]:8501", "::1", False),
        ("192.0.2.7", "http://192.0.2.7:8501", "192.0.2.7", False),
        ("::ffff:127.0.0.1", "http://[::ffff:127.0.0.1]:8501", "::ffff:127.0.0.1", True),
    ],
)
def test_an_address_is_announced_as_a_browser_needs_it_and_asked_where_it_answers(
    address: str, url: str, reached_at: str, loopback: bool
) -> None:
    place = listening(address, 8501)
    assert (place.url, place.reached_at, place.loopback) == (url, reached_at, loopback)


def test_a_host_name_is_listened_on_at_its_address_and_announced_by_name() -> None:
    place = listening("localhost", 8501)
    assert place.loopback
    assert place.url == "http://localhost:8501"


@pytest.mark.parametrize(
    "address", ["", "  ", "no-such-machine.invalid", "300.1.2.3", "a b", "http://x", "."]
)
def test_an_address_that_cannot_be_found_is_refused_with_what_to_use(address: str) -> None:
    with pytest.raises(UsageError, match=r"cannot be found\. Use 127\.0\.0\.1"):
        listening(address, 8501)


@pytest.mark.parametrize("address", ["127.0.0.1", "127.0.0.2", "0.0.0.0", *(["::1", "::"] if IPV6 else [])])
def test_a_taken_port_is_refused_on_the_address_that_is_asked_for(address: str) -> None:
    place = listening(address, 0)
    with socket.create_server((place.reached_at, 0), family=_family(place)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match=f"Port {port} on {address} is taken.*--port"):
            refuse_a_taken_port(listening(address, port))


def test_a_port_that_is_taken_on_another_address_alone_is_free() -> None:
    with socket.create_server(("127.0.0.2", 0)) as taken:
        refuse_a_taken_port(listening("127.0.0.1", taken.getsockname()[1]))


@pytest.mark.parametrize("address", ["192.0.2.7", *(["2001:db8::7"] if IPV6 else [])])
def test_an_address_of_another_machine_is_refused(address: str) -> None:
    with pytest.raises(UsageError, match=f"{address} is not an address of this machine"):
        refuse_a_taken_port(listening(address, 8501))


@pytest.mark.parametrize(
    ("place", "host", "expected"),
    [
        (THIS, "127.0.0.1:8501", True),
        (THIS, "localhost", True),
        (THIS, "LOCALHOST:9999", True),  # a tunnel may end at another port
        (THIS, "localhost.:8501", True),
        (THIS, "[::1]:8501", True),
        (THIS, f"{PROXIED}:443", True),
        (THIS, PROXIED.upper(), True),
        (THIS, "evil.example", False),
        (THIS, "127.0.0.1.evil.example", False),
        (THIS, "evil.localhost", False),
        (THIS, f"x.{PROXIED}", False),
        (THIS, "192.0.2.7:8501", False),
        (THIS, "user@localhost", False),
        (THIS, "localhost/../evil.example", False),
        (THIS, "localhost:x", False),
        (THIS, "", False),
        (THIS, None, False),
        (EVERYWHERE, "192.0.2.7:8501", True),  # an address cannot be rebound, and a container knows not all
        (EVERYWHERE, "[2001:db8::7]:8501", True),
        (EVERYWHERE, socket.gethostname(), True),
        (EVERYWHERE, "evil.example", False),
        (Listening("192.0.2.7", "192.0.2.7", 8501), "192.0.2.7", True),
        (Listening("192.0.2.7", "192.0.2.7", 8501), "192.0.2.8", False),
        (Listening("Desk.example", "192.0.2.7", 8501), "desk.example:8501", True),
    ],
)
def test_only_expected_names_are_answered(place: Listening, host: str | None, expected: bool) -> None:
    assert hosts_for(place, [PROXIED]).expects(host) is expected


@pytest.mark.parametrize(
    ("origin", "host", "trusted"),
    [
        (None, "127.0.0.1:8501", True),
        ("http://127.0.0.1:8501", "127.0.0.1:8501", True),
        ("http://127.0.0.1:9999", "127.0.0.1:8501", False),  # another program of this machine
        ("http://localhost:8501", "127.0.0.1:8501", False),
        ("https://evil.example", "127.0.0.1:8501", False),
        ("null", "127.0.0.1:8501", False),
        ("file://", "127.0.0.1:8501", False),
        ("http://[", "127.0.0.1:8501", False),
        ("", "127.0.0.1:8501", False),
        (f"https://{PROXIED}", "127.0.0.1:8501", True),  # a proxy that sends a Host of its own
        (f"https://{PROXIED}:8443", f"{PROXIED}:8443", True),
        (f"https://{PROXIED}.evil.example", "127.0.0.1:8501", False),
    ],
)
def test_only_pages_of_the_app_itself_may_talk_to_it(origin: str | None, host: str, trusted: bool) -> None:
    assert hosts_for(THIS, [PROXIED]).trusts(origin, host) is trusted


@pytest.mark.parametrize(
    "name", ["https://graph.example.org", "a/b", "graph.example.org:443", "", "*", "a b"]
)
def test_a_host_name_that_is_none_is_refused(name: str) -> None:
    with pytest.raises(UsageError, match=r"--host-name .* is not a host name"):
        hosts_for(THIS, [name])


def test_an_empty_set_of_hosts_answers_nothing() -> None:
    assert not Hosts(frozenset()).expects("127.0.0.1")


def _family(place: Listening) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in place.ip else socket.AF_INET
