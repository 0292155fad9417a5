"""Who may ask: by the header of a proxy, by a token, or anybody where there is no sign-in."""

from __future__ import annotations

import ipaddress
from pathlib import Path

import pytest
from starlette.datastructures import Headers

from explorer.identity.roles import TeamRole
from explorer.identity.settings import Provider, Proxy, SignIn
from explorer.identity.tokens import FILE, make_token, revoke_token
from explorer.interface.callers import Caller, callers
from explorer.interface.problems import Problem

HEADER = "x-email"
NOWHERE = Path("/no/such/folder")
PROVIDER = Provider("https://id.example", "us", "secret", "https://a.example/oauth2callback", "x" * 32)


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
        callers(sign_in, NOWHERE)(Headers(headers))
    return found.value.status


def test_without_a_sign_in_everybody_may_ask_and_has_no_name() -> None:
    assert callers(None, NOWHERE)(Headers({HEADER: "anna@example.org"})) == Caller("")


def test_the_header_of_the_proxy_gives_name_and_role_as_in_the_app(behind_proxy: SignIn) -> None:
    found = callers(behind_proxy, NOWHERE)
    assert found(Headers({HEADER: "Anna@example.org"})) == Caller("anna@example.org", TeamRole.ANALYST)
    assert found(Headers({HEADER: "budi@example.org"})).role is TeamRole.READER


def test_strangers_are_refused_and_told_how_to_sign_in(behind_proxy: SignIn) -> None:
    for headers in ({}, {HEADER: ""}, {HEADER: "eve@evil.example"}, {HEADER: "anna@example.org b"}):
        assert refused(behind_proxy, **headers) == 401
    with pytest.raises(Problem) as found:
        callers(behind_proxy, NOWHERE)(Headers({}))
    assert found.value.response().headers["www-authenticate"].startswith("Bearer")


def test_a_member_who_is_taken_off_the_list_is_out_at_once(behind_proxy: SignIn, members: Path) -> None:
    found = callers(behind_proxy, NOWHERE)
    assert found(Headers({HEADER: "anna@example.org"}))
    members.write_text("carla@example.org reader\n", encoding="utf-8")
    with pytest.raises(Problem):
        found(Headers({HEADER: "anna@example.org"}))


@pytest.mark.parametrize("site", ["cross-site", "same-site", "", "SAME-ORIGIN-ISH"])
def test_pages_of_other_sites_are_refused_whoever_has_signed_in(behind_proxy: SignIn, site: str) -> None:
    assert refused(behind_proxy, **{HEADER: "anna@example.org", "sec-fetch-site": site}) == 403
    assert refused(None, **{"sec-fetch-site": site}) == 403


def bearing(secret: str) -> Headers:
    """The headers of a program with a token."""
    return Headers({"authorization": f"Bearer {secret}"})


def test_a_program_with_a_token_has_its_name_and_role_until_it_is_revoked(tmp_path: Path) -> None:
    find = callers(SignIn(provider=PROVIDER, role_claim="groups"), tmp_path)
    secret, _ = make_token(tmp_path, "report", TeamRole.ANALYST, 1)
    assert find(bearing(secret)) == Caller("report", TeamRole.ANALYST)
    assert find(Headers({"authorization": f"bearer  {secret}"})).name == "report"
    revoke_token(tmp_path, "report")
    for headers in (bearing(secret), bearing("kst_x"), bearing(""), Headers({"authorization": "Basic eA=="})):
        with pytest.raises(Problem) as refused_:
            find(headers)
        assert refused_.value.status == 401


def test_the_cookie_of_a_sign_in_does_not_let_a_request_in(tmp_path: Path) -> None:
    find = callers(SignIn(provider=PROVIDER, role_claim="groups"), tmp_path)
    with pytest.raises(Problem, match="needs a token"):
        find(Headers({"cookie": "_streamlit_user=anna"}))


def test_a_token_with_the_address_of_a_member_may_no_more_than_the_member(
    behind_proxy: SignIn, members: Path, tmp_path: Path
) -> None:
    find = callers(behind_proxy, tmp_path)
    secret, _ = make_token(tmp_path, "anna@example.org", TeamRole.ADMIN, 1)
    assert find(bearing(secret)).role is TeamRole.ANALYST
    members.write_text("anna@example.org admin\n", encoding="utf-8")
    assert find(bearing(secret)).role is TeamRole.ADMIN
    members.write_text("budi@example.org admin\n", encoding="utf-8")
    with pytest.raises(Problem, match="not on the list"):
        find(bearing(secret))


def test_a_wrong_token_is_refused_even_where_anybody_may_ask(tmp_path: Path) -> None:
    find = callers(None, tmp_path)
    with pytest.raises(Problem, match="unknown"):
        find(bearing("kst_wrong"))
    secret, _ = make_token(tmp_path, "report", TeamRole.READER, 1)
    assert find(bearing(secret)).name == "report"
    (tmp_path / FILE).chmod(0o644)
    with pytest.raises(Problem, match="cannot be read"):
        find(bearing(secret))


def test_the_bearer_token_of_a_proxy_is_not_taken_for_ours(behind_proxy: SignIn, tmp_path: Path) -> None:
    headers = Headers({HEADER: "anna@example.org", "authorization": "Bearer eyJhbGciOi"})
    assert callers(behind_proxy, tmp_path)(headers).name == "anna@example.org"
