"""Who is let in, as what, and what each role may do."""

from __future__ import annotations

import ipaddress
from pathlib import Path
from typing import Any

import pytest

from cypher.errors import UsageError
from cypher.model.graph import Judgement
from explorer.acts.act import Act
from explorer.acts.judging import Judge, MergePair, TickClaim
from explorer.acts.opening import OpenEntity
from explorer.elements import element
from explorer.elements.element import offered
from explorer.identity.errors import (
    EXPIRED,
    MISLAID,
    NAMELESS,
    NO_SIGN_IN,
    UNKNOWN,
    UNVERIFIED,
    SignedOutError,
)
from explorer.identity.members import read_members, role_of
from explorer.identity.person import Person, person_of
from explorer.identity.roles import Right, TeamRole, highest, may
from explorer.identity.settings import Provider, Proxy, SignIn
from explorer.pages import PAGES

OIDC = {
    "KONSTELASI_OIDC_METADATA_URL": "https://id.example.org/.well-known/openid-configuration",
    "KONSTELASI_OIDC_CLIENT_ID": "konstelasi",
    "KONSTELASI_OIDC_CLIENT_SECRET": "secret",
    "KONSTELASI_OIDC_REDIRECT_URI": "https://graph.example.org/oauth2callback",
    "KONSTELASI_OIDC_COOKIE_SECRET": "0123456789abcdef0123456789abcdef",
}
FROM_NO_FILE = {"KONSTELASI_OIDC_CLIENT_ID": "", "KONSTELASI_OIDC_CLIENT_ID_FILE": "/no/such/file"}
PROXY = {"KONSTELASI_PROXY_USER_HEADER": "X-Email", "KONSTELASI_PROXY_NETWORKS": "127.0.0.1/32, 10.0.0.0/8"}
CLAIM = {"KONSTELASI_ROLE_CLAIM": "groups"}
PROVIDER = Provider(
    "https://id.example.org", "konstelasi", "secret", "https://a.example/oauth2callback", "x" * 32
)
HARMLESS = (
    *("Open", "Choose", "Go", "Show", "Select", "Expand", "Collapse", "Hide", "Draw", "Close", "Tick"),
    *("Untick", "Move", "Skip", "Ask", "Fill", "Insert", "Discard", "Leave"),
)
"""How the names of acts begin that change only what the reader sees."""

NOW = 1000.0
ANNA = {"is_logged_in": True, "exp": NOW + 1, "email": "Anna@example.org", "email_verified": True, "sub": "7"}


@pytest.fixture
def members(tmp_path: Path) -> Path:
    """A list of members."""
    path = tmp_path / "members"
    path.write_text(
        "# ours\nanna@Example.org reviewer\n\n@example.org reader # all the others\n", encoding="utf-8"
    )
    return path


@pytest.mark.parametrize(
    ("role", "rights"),
    [
        (TeamRole.READER, {Right.READ}),
        (TeamRole.ANALYST, {Right.READ, Right.ANNOTATE}),
        (TeamRole.REVIEWER, {Right.READ, Right.ANNOTATE, Right.SETTLE}),
        (TeamRole.ADMIN, set(Right)),
    ],
)
def test_each_role_may_do_more_than_the_one_before(role: TeamRole, rights: set[Right]) -> None:
    assert {right for right in Right if may(role, right)} == rights


@pytest.mark.parametrize(
    ("value", "role"),
    [
        ("analyst", TeamRole.ANALYST),
        (["staff", "admin", "reader"], TeamRole.ADMIN),
        ([], None),
        (["Admin"], None),
        ("administrator", None),
        ({"admin": True}, None),
        (None, None),
        (["reader", 3, None], TeamRole.READER),
    ],
)
def test_the_role_is_the_highest_that_the_claim_names(value: object, role: TeamRole | None) -> None:
    assert highest(value) is role


@pytest.mark.parametrize(
    ("address", "role"),
    [
        ("anna@example.org", TeamRole.REVIEWER),
        ("ANNA@EXAMPLE.ORG", TeamRole.REVIEWER),
        ("budi@example.org", TeamRole.READER),
        ("anna@example.org.evil.example", None),
        ("anna@sub.example.org", None),
        ("example.org", None),
        ("@example.org", None),
        ("evil@evil.example@example.org", None),
        ("", None),
    ],
)
def test_an_address_has_its_own_role_or_that_of_its_domain(
    members: Path, address: str, role: TeamRole | None
) -> None:
    assert role_of(read_members(members), address) is role


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("anna@example.org", "line 1"),
        ("anna@example.org boss", "line 1"),
        ("anna reader", "line 1"),
        ("a@b.c reader\nA@b.c admin", "twice"),
    ],
)
def test_a_list_of_members_that_is_wrong_names_the_line(tmp_path: Path, line: str, said: str) -> None:
    path = tmp_path / "members"
    path.write_text(line, encoding="utf-8")
    with pytest.raises(UsageError, match=said):
        read_members(path)


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"is_logged_in": False}, NO_SIGN_IN),
        ({"is_logged_in": None}, NO_SIGN_IN),
        ({"exp": NOW}, EXPIRED),
        ({"exp": None}, EXPIRED),
        ({"exp": "never"}, EXPIRED),
        ({"email_verified": False}, UNVERIFIED),
        ({"email_verified": None}, UNVERIFIED),
        ({"email_verified": "true"}, UNVERIFIED),
        ({"email": "anna@evil.example"}, UNKNOWN),
        ({"email": None}, NAMELESS),
        ({"email": "аnna@example.org"}, NAMELESS),  # its first letter is Cyrillic
        ({"email": "a nna@example.org"}, NAMELESS),
    ],
)
def test_who_cannot_be_let_in_is_told_why(members: Path, changed: dict[str, Any], reason: str) -> None:
    sign_in = SignIn(provider=PROVIDER, members=members)
    assert person_of(ANNA, sign_in, NOW) == Person("anna@example.org", TeamRole.REVIEWER)
    with pytest.raises(SignedOutError) as refused:
        person_of(ANNA | changed, sign_in, NOW)
    assert str(refused.value) == reason


def test_whoever_is_taken_off_the_list_is_out_at_the_next_look(members: Path) -> None:
    sign_in = SignIn(provider=PROVIDER, members=members)
    assert person_of(ANNA, sign_in, NOW).role is TeamRole.REVIEWER
    members.write_text("anna@example.org reader\n", encoding="utf-8")
    assert person_of(ANNA, sign_in, NOW).role is TeamRole.READER
    for content, reason in (("budi@example.org admin\n", UNKNOWN), ("not a list\n", MISLAID)):
        members.write_text(content, encoding="utf-8")
        with pytest.raises(SignedOutError, match=reason):
            person_of(ANNA, sign_in, NOW)
    members.unlink()
    with pytest.raises(SignedOutError, match=MISLAID):
        person_of(ANNA, sign_in, NOW)


def test_with_roles_from_a_claim_an_address_that_is_not_confirmed_is_no_name() -> None:
    sign_in = SignIn(provider=PROVIDER, role_claim="groups")
    claims = ANNA | {"groups": ["analyst"]}
    assert person_of(claims, sign_in, NOW) == Person("anna@example.org", TeamRole.ANALYST)
    assert person_of(claims | {"email_verified": False}, sign_in, NOW) == Person("7", TeamRole.ANALYST)
    with pytest.raises(SignedOutError, match=UNKNOWN):
        person_of(ANNA, sign_in, NOW)


def test_settings_are_read_from_the_environment_and_from_files(tmp_path: Path, members: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("from a file\n", encoding="utf-8")
    given = {name: value for name, value in OIDC.items() if name != "KONSTELASI_OIDC_CLIENT_SECRET"}
    found = SignIn.from_environment(given | CLAIM | {"KONSTELASI_OIDC_CLIENT_SECRET_FILE": str(secret)})
    assert found is not None
    assert found.provider is not None
    assert found.provider.secrets()["auth"]["client_secret"] == "from a file"
    assert "from a file" not in repr(found)
    found = SignIn.from_environment(PROXY | {"KONSTELASI_MEMBERS": str(members)})
    assert found is not None
    assert found.proxy == Proxy(
        "x-email", (ipaddress.ip_network("127.0.0.1/32"), ipaddress.ip_network("10.0.0.0/8"))
    )
    assert SignIn.from_environment({"KONSTELASI_OIDC_CLIENT_ID": " "}) is None


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({"KONSTELASI_OIDC_CLIENT_ID": "x"}, "Set also KONSTELASI_OIDC_METADATA_URL"),
        ({"KONSTELASI_PROXY_USER_HEADER": "X-Email"}, "Set also KONSTELASI_PROXY_NETWORKS"),
        (OIDC, "set either KONSTELASI_MEMBERS"),
        (OIDC | CLAIM | {"KONSTELASI_MEMBERS": "x"}, "set either KONSTELASI_MEMBERS"),
        (OIDC | PROXY | CLAIM, "only one of them"),
        (PROXY | CLAIM, "A proxy gives no claims"),
        (CLAIM, "no sign-in is set up"),
        (OIDC | CLAIM | {"KONSTELASI_OIDC_COOKIE_SECRET": "short"}, "32 random characters"),
        (OIDC | CLAIM | {"KONSTELASI_OIDC_REDIRECT_URI": "https://graph.example.org"}, "/oauth2callback"),
        (OIDC | {"KONSTELASI_MEMBERS": "/no/such/file"}, "cannot be read"),
        (
            PROXY | {"KONSTELASI_MEMBERS": "x", "KONSTELASI_PROXY_NETWORKS": "10.0.0.1/8"},
            "not a list of networks",
        ),
        (OIDC | CLAIM | FROM_NO_FILE, "KONSTELASI_OIDC_CLIENT_ID_FILE.*cannot be read"),
    ],
)
def test_settings_that_do_not_fit_are_refused_in_words(environment: dict[str, str], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        SignIn.from_environment(environment)


def test_every_act_that_writes_needs_a_right() -> None:
    assert PAGES
    ours = {name: act for name, act in Act.known.items() if act.__module__.startswith("explorer.")}
    writing = {name for name, act in ours.items() if act.needs is not Right.READ}
    assert writing
    for name in ours.keys() - writing:
        assert name.startswith(HARMLESS), f"does {name} write? Then it needs a right"
    assert {
        "Judge",
        "WriteNote",
        "AddClaim",
        "AddTieToBrief",
        "RemoveView",
        "EndWatch",
        "SplitActor",
    } <= writing


def test_buttons_that_a_role_does_not_allow_are_left_out() -> None:
    judge, merge = Judge("c", Judgement.VERIFIED), MergePair("p")
    panel = element(
        "div",
        element("button", "Judge", act=judge),
        element("button", "Merge", act=merge),
        element("li", "a claim", act=TickClaim("c")),
        element("li", "a merger", act=merge),
        element("button", "Open", act=OpenEntity("IRN")),
    )

    def seen(role: TeamRole) -> str:
        found = offered(panel, lambda right: may(role, right))
        assert found is not None
        return found.text()

    assert seen(TeamRole.READER) == "a claima mergerOpen"
    assert seen(TeamRole.ANALYST) == "Judgea claima mergerOpen"
    assert seen(TeamRole.REVIEWER) == "JudgeMergea claima mergerOpen"
