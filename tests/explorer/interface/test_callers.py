"""Who may ask: by the header of a proxy, by a token, or anybody where there is no sign-in."""

from __future__ import annotations

import ipaddress
from pathlib import Path

import pytest
from starlette.datastructures import Headers

from explorer.identity.roles import TeamRole
from explorer.identity.settings import Proxy, SignIn
from explorer.interface.callers import Caller, callers
from explorer.interface.problems import Problem

HEADER = "x-email"


@pytest.fixture
def members(tmp_path: Path) -> Path:
    """A list of members."""
    path = tmp_path / "members"
    path.write_text("anna@example.org analyst\n@example.org reader\n", encoding="utf-8")
    return path


@pytest.fixture
def behind_proxy(members: Path) -> SignIn:
    """The settings of a proxy that signs readers in."""
    return SignIn(proxy=Proxy(HEADER, (ipaddress.ip_network("127.0.0.1/32"),)), members=members)


def refused(sign_in: SignIn | None, **headers: str) -> int:
    """The status with which a request is refused."""
    with pytest.raises(Problem) as found:
        callers(sign_in)(Headers(headers))
    return found.value.status


def test_without_a_sign_in_everybody_may_ask_and_has_no_name() -> None:
    assert callers(None)(Headers({HEADER: "anna@example.org"})) == Caller("")


def test_the_header_of_the_proxy_gives_name_and_role_as_in_the_app(behind_proxy: SignIn) -> None:
    found = callers(behind_proxy)
    assert found(Headers({HEADER: "Anna@example.org"})) == Caller("anna@example.org", TeamRole.ANALYST)
    assert found(Headers({HEADER: "budi@example.org"})).role is TeamRole.READER


def test_strangers_are_refused_and_told_how_to_sign_in(behind_proxy: SignIn) -> None:
    for headers in ({}, {HEADER: ""}, {HEADER: "eve@evil.example"}, {HEADER: "anna@example.org b"}):
        assert refused(behind_proxy, **headers) == 401
    with pytest.raises(Problem) as found:
        callers(behind_proxy)(Headers({}))
    assert found.value.response().headers["www-authenticate"].startswith("Bearer")


def test_a_member_who_is_taken_off_the_list_is_out_at_once(behind_proxy: SignIn, members: Path) -> None:
    found = callers(behind_proxy)
    assert found(Headers({HEADER: "anna@example.org"}))
    members.write_text("carla@example.org reader\n", encoding="utf-8")
    with pytest.raises(Problem):
        found(Headers({HEADER: "anna@example.org"}))


@pytest.mark.parametrize("site", ["cross-site", "same-site", "", "SAME-ORIGIN-ISH"])
def test_pages_of_other_sites_are_refused_whoever_has_signed_in(behind_proxy: SignIn, site: str) -> None:
    assert refused(behind_proxy, **{HEADER: "anna@example.org", "sec-fetch-site": site}) == 403
    assert refused(None, **{"sec-fetch-site": site}) == 403
