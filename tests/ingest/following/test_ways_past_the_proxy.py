"""Hosts that are asked without the proxy, and sources with a proxy of their own."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from cypher.errors import UsageError
from cypher.sources import listing
from cypher.sources.source import BUCKET, Source
from cypher.sources.states import State, states
from cypher.sources.store import Store
from explorer.panels.sources import source_head
from explorer.words import Words
from ingest.following.fetched import FetchError
from ingest.following.fetching import fetch
from ingest.following.kinds import bucket, feed
from ingest.following.lists import read_list
from ingest.following.web.fetching import Web
from ingest.following.web.hosts import Hosts
from ingest.following.web.past_proxy import is_asked_directly
from ingest.following.web.robots import Robots
from tests.misbehaving import Site, article, serving
from tests.old_sources import bring_back
from tests.proxying import RunningProxy, proxying

pytestmark = pytest.mark.usefixtures("impatient")

VARIABLE = "KONSTELASI_FETCH_PROXY"
PAPER = "http://paper.example"
LOOK_UP, CONNECT = socket.getaddrinfo, socket.socket.connect
PUBLIC, INSIDE = "93.184.216.34", "10.0.0.7"


@dataclass
class Net:
    """A site that is known by several names, a proxy that knows them, and the connections past the proxy."""

    site: Site
    proxy: RunningProxy
    direct: list[tuple[str, int]] = field(default_factory=list)

    def look_up(self, host: str, port: object, *rest: object, **more: object) -> object:
        """Look up a name: those of the site are public, those of a company lead inside."""
        address = {"example": PUBLIC, "corp": INSIDE}.get(str(host).rpartition(".")[2])
        if address is None:
            return LOOK_UP(host, port, *rest, **more)  # type: ignore[arg-type]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    def connect(self, opened: socket.socket, address: tuple[str, int]) -> None:
        """Connect; the site answers at the public address."""
        if address[0] == PUBLIC:
            self.direct.append(address)
            address = ("127.0.0.1", self.site.port)
        CONNECT(opened, address)


@pytest.fixture
def net(monkeypatch: pytest.MonkeyPatch) -> Iterator[Net]:
    monkeypatch.setattr(feed, "_ROBOTS", Robots())
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    with serving(article(1, PAPER)) as site:
        names = dict.fromkeys(("paper_example", "sub_paper_example", "newspaper_example"), site.port)
        with proxying(**names) as proxy:
            found = Net(site, proxy)
            monkeypatch.setattr(socket, "getaddrinfo", found.look_up)

            def connect(opened: socket.socket, to: tuple[str, int]) -> None:
                found.connect(opened, to)

            monkeypatch.setattr(socket.socket, "connect", connect)
            monkeypatch.setenv(VARIABLE, proxy.address())
            yield found


def followed(folder: Path, source: Source) -> State:
    store = Store(folder)
    listing.add(store, source)
    fetch(store, source)
    return states(store)[0]


@pytest.mark.parametrize(
    ("stated", "host", "is_direct"),
    [
        ("paper.example", "paper.example", True),
        ("paper.example", "sub.paper.example", True),
        (".paper.example", "sub.paper.example", True),
        (".paper.example", "paper.example", True),
        ("*.paper.example", "sub.paper.example", True),
        ("paper.example", "newspaper.example", False),
        (".paper.example", "newspaper.example", False),
        ("sub.paper.example", "paper.example", False),
        ("PAPER.Example", "paper.example", True),
        ("other.example, paper.example", "paper.example", True),
        ("other.example paper.example", "paper.example", True),
        (" , ,", "paper.example", False),
        ("", "paper.example", False),
        ("*", "paper.example", True),
        ("example", "paper.example", True),
        ("paper.example:80", "paper.example", True),
        ("paper.example:8080", "paper.example", False),
        ("paper.example.", "paper.example", True),
        ("10.0.0.0/8", "paper.example", False),
    ],
)
def test_the_usual_spellings_of_no_proxy(
    stated: str, host: str, is_direct: bool, net: Net, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_PROXY", stated)
    assert followed(tmp_path, Source("Paper", f"http://{host}/good")).new == 1
    assert bool(net.direct) == is_direct
    assert bool(net.proxy.asked) != is_direct


@pytest.mark.parametrize(
    ("stated", "is_direct"),
    [
        ("93.184.0.0/16", True),
        ("93.184.216.34", True),
        ("93.184.216.34:80", True),
        ("93.185.0.0/16", False),
        ("93.184.216.34:8080", False),
        ("184.216.34", False),
        ("2001:db8::/32", False),
    ],
)
def test_addresses_and_networks_stand_for_addresses(
    stated: str, is_direct: bool, net: Net, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    net.proxy.hosts[PUBLIC] = net.site.port
    monkeypatch.setenv("NO_PROXY", stated)
    assert followed(tmp_path, Source("Paper", f"http://{PUBLIC}/good")).new == 1
    assert bool(net.direct) == is_direct
    assert bool(net.proxy.asked) != is_direct


def test_a_network_never_stands_for_names_that_lead_into_it(
    net: Net, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_PROXY", "93.184.0.0/16, 0.0.0.0/0")
    assert followed(tmp_path, Source("Paper", f"{PAPER}/good")).new == 1
    assert (net.direct, len(net.proxy.asked)) == ([], 1)


@pytest.mark.parametrize(
    ("stated", "host", "port", "expected"),
    [
        ("[2001:db8::1]", "2001:db8::1", 443, True),
        ("[2001:db8::1]:8080", "2001:db8::1", 443, False),
        ("2001:db8::/32", "2001:db8::7", 443, True),
        ("::1", "::1", 443, True),
        ("b\u00fccher.example", "xn--bcher-kva.example", 443, True),
        ("Paper.Example", "PAPER.example.", 443, True),
        ("..", "paper.example", 443, False),
        ("*.", "paper.example", 443, False),
        (f"{'a' * 70}.example", "paper.example", 443, False),
        ("paper.example:http", "paper.example", 80, False),
        ("10.0.0.0/99", "10.0.0.1", 80, False),
    ],
)
def test_odd_entries(
    stated: str, host: str, port: int, expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.setenv("NO_PROXY", stated)
    assert is_asked_directly(host, port) is expected


def test_the_variable_may_be_written_small(net: Net, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "paper.example")
    assert followed(tmp_path, Source("Paper", f"{PAPER}/good")).new == 1
    assert (len(net.direct), net.proxy.asked) == (1, [])


@pytest.mark.parametrize(
    ("stated", "host"),
    [
        ("*", "127.0.0.1"),
        ("127.0.0.0/8", "127.0.0.1"),
        ("127.0.0.1", "2130706433"),
        ("localhost", "localhost"),
        (".corp", "wiki.corp"),
        ("*", "wiki.corp"),
        ("10.0.0.0/8", "10.0.0.7"),
        ("169.254.169.254", "169.254.169.254"),
        ("::1", "[::1]"),
        ("*", "[::ffff:127.0.0.1]"),
    ],
)
def test_a_redirect_to_a_private_address_stays_refused_where_no_proxy_is_asked(
    stated: str, host: str, net: Net, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_PROXY", stated)
    net.site.target = f"http://{host}:{net.site.port}/good"
    net.proxy.hosts[host.strip("[]")] = net.site.port
    found = followed(tmp_path, Source("S", f"{PAPER}/inside"))
    assert found.error is not None
    assert "private network" in found.error.reason
    assert not net.site.asked["/good"]


def test_a_name_past_the_proxy_that_leads_inside_is_refused(
    net: Net, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", net.site.port))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: inside)
    monkeypatch.setenv("NO_PROXY", "paper.example")
    found = followed(tmp_path, Source("S", f"{PAPER}:{net.site.port}/good"))
    assert found.error is not None
    assert "127.0.0.1 is in a private network" in found.error.reason
    assert (net.proxy.asked, net.site.asked["/good"]) == ([], 0)


def test_a_redirect_leaves_the_proxy_only_for_the_hosts_that_are_named(
    net: Net, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_PROXY", "sub.paper.example")
    net.site.target = "http://sub.paper.example/good"
    assert followed(tmp_path, Source("S", f"{PAPER}/inside")).new == 1
    assert net.proxy.asked == [f"GET {PAPER}/inside"]
    assert net.direct == [(PUBLIC, 80)]


def test_a_source_with_a_proxy_of_its_own_takes_it(
    net: Net, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_PROXY", "*")
    with proxying(paper_example=net.site.port) as own:
        assert followed(tmp_path, Source("Paper", f"{PAPER}/good", proxy=own.address())).new == 1
        assert own.asked == [f"GET {PAPER}/good"]
    assert (net.proxy.asked, net.direct) == ([], [])


def test_a_source_without_proxy_is_asked_directly(net: Net, tmp_path: Path) -> None:
    assert followed(tmp_path, Source("Paper", f"{PAPER}/good", proxy="none")).new == 1
    assert (len(net.direct), net.proxy.asked) == (1, [])


def test_a_source_without_proxy_cannot_reach_a_private_address(net: Net, tmp_path: Path) -> None:
    found = followed(tmp_path, Source("Paper", net.site.address("/good"), proxy="none"))
    assert found.error is not None
    assert "private network" in found.error.reason
    assert not net.site.asked["/good"]


def test_a_proxy_of_a_source_does_not_make_private_addresses_allowed(net: Net, tmp_path: Path) -> None:
    with proxying() as own:
        own.hosts |= {"127.0.0.1": net.site.port, "wiki.corp": net.site.port}
        for number, host in enumerate((f"127.0.0.1:{net.site.port}", "wiki.corp")):
            source = Source("Paper", f"http://{host}/good", proxy=own.address())
            found = followed(tmp_path / str(number), source)
            assert found.error is not None
            assert "private network" in found.error.reason
        assert own.asked == []


def test_a_private_source_is_asked_directly_and_its_articles_through_its_proxy(
    net: Net, tmp_path: Path
) -> None:
    net.site.pages["/robots.txt"] = b"User-agent: *\nAllow: /\n"
    with proxying(paper_example=net.site.port) as own:
        address = net.site.address("/good")
        source = Source("Own", address, private=True, full_text=True, proxy=own.address())
        assert followed(tmp_path, source).new == 1
        assert own.asked == [f"GET {PAPER}/robots.txt", f"GET {PAPER}/1.html"]


def test_what_one_proxy_cannot_reach_is_not_forbidden_through_another(net: Net) -> None:
    net.site.pages["/robots.txt"] = b"User-agent: *\nAllow: /\n"
    with proxying() as lost:
        web = Web(Hosts(0.0), proxy=lost.address())
        robots = Robots()
        assert not robots.allows(web, f"{PAPER}/1.html")
    assert robots.allows(replace(web, proxy=net.proxy.address()), f"{PAPER}/1.html")


def test_a_proxy_of_a_source_that_does_not_answer_is_the_reason(net: Net, tmp_path: Path) -> None:
    with proxying() as gone:
        address = gone.address()
    found = followed(tmp_path, Source("Paper", f"{PAPER}/good", proxy=address))
    assert found.error is not None
    assert found.error.reason == "cannot be fetched: the proxy cannot be reached"
    assert "list of sources" in found.error.hint
    assert (net.direct, net.proxy.asked) == ([], [])


@pytest.mark.usefixtures("net")
@pytest.mark.parametrize(("stated", "is_direct"), [("none", True), (None, False)])
def test_a_bucket_takes_the_way_of_its_source(
    stated: str | None, is_direct: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("obstore")
    ways: list[object] = []
    monkeypatch.setattr(bucket, "_objects", lambda *_: iter(()))
    monkeypatch.setattr("obstore.store.S3Store", lambda *_, **more: ways.append(more["client_options"]))
    source = Source("B", "s3://news/", kind=BUCKET, options={"region": "eu-west-1"}, proxy=stated)
    followed(tmp_path / "plain", source)
    monkeypatch.setenv("NO_PROXY", ".amazonaws.com")
    followed(tmp_path / "named", source)
    through = ["proxy_url" in each for each in ways]  # type: ignore[operator]
    assert through == [not is_direct, False]


def listed(folder: Path, proxy: str) -> Source:
    path = folder / "sources.toml"
    path.write_text(f'[[source]]\nname = "Paper"\nurl = "{PAPER}/good"\n{proxy}\n')
    (found,) = read_list(path)
    return found


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("", None),
        ('proxy = "none"', "none"),
        ('proxy = "http://proxy.example:3128"', "http://proxy.example:3128"),
        ('proxy = "https://[2001:db8::1]/"', "https://[2001:db8::1]/"),
    ],
)
def test_a_list_states_the_proxy_of_a_source_and_it_is_kept(
    line: str, expected: str | None, tmp_path: Path
) -> None:
    source = listed(tmp_path, line)
    assert source.proxy == expected
    store = Store(tmp_path)
    listing.add(store, Source("Paper", PAPER, proxy="http://earlier.example:1"))
    listing.add(store, source)
    assert listing.listed(store) == [source]


@pytest.mark.parametrize(
    "value",
    ['"proxy.example:3128"', '"socks5://p.example:1"', '""', "false", '"http://"', '"http://h:x"', '"http://h:0"',
     '"http://p.example/x"', '"http://p.example?x"', '"None"', '"http://p.example\\n"', "3128"],
)  # fmt: skip
def test_a_list_whose_proxy_is_none_is_refused_in_words(value: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r'The source Paper has a proxy that is not an address.*"none"'):
        listed(tmp_path, f"proxy = {value}")


def test_a_login_of_a_proxy_does_not_stand_in_a_list_nor_in_the_error(tmp_path: Path) -> None:
    for login in ("ani:geheim", "ani", ":geheim", ""):
        with pytest.raises(UsageError, match="login") as caught:
            listed(tmp_path, f'proxy = "http://{login}@proxy.example:3128"')
        assert "geheim" not in str(caught.value)
        assert VARIABLE in str(caught.value)


def test_a_kept_proxy_that_is_no_address_is_never_passed_by(net: Net) -> None:
    with pytest.raises(FetchError, match="not the address of a proxy"):
        Web(Hosts(0.0), proxy="proxy.example").get(f"{PAPER}/good")
    assert (net.direct, net.proxy.asked) == ([], [])


def test_a_list_of_an_older_version_has_no_proxies(tmp_path: Path) -> None:
    store = Store(tmp_path)
    listing.add(store, Source("Paper", PAPER))
    bring_back(store.path, 6)
    assert [each.proxy for each in listing.listed(store)] == [None]


def test_the_page_says_which_way_a_source_is_fetched(tmp_path: Path) -> None:
    store = Store(tmp_path)
    for name, proxy in (("a", None), ("b", "none"), ("c", "http://proxy.example:3128")):
        listing.add(store, Source(name, PAPER, proxy=proxy))
    usual, direct, through = (source_head(each) for each in states(store))
    assert "proxy" not in usual.text()
    assert "without a proxy" in direct.text()
    assert "through http://proxy.example:3128" in through.text()
    assert "tanpa proksi" in direct.text(Words("id"))
