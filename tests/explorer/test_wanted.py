"""The address that somebody opened before they signed in."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from explorer.browser import WANTED
from explorer.shell import wanted

Cookies = dict[str, str]


@pytest.fixture
def cookies(monkeypatch: pytest.MonkeyPatch) -> Cookies:
    """The cookies of a browser that sends them with each new session; somebody is signed in."""
    sent: Cookies = {}
    monkeypatch.setattr(wanted, "cookie", sent.get)
    monkeypatch.setattr(wanted, "keep_cookies", sent.update)
    monkeypatch.setattr(wanted, "reach_browser", lambda *_, **__: None)
    monkeypatch.setattr(wanted, "identity", lambda: "rina")
    return sent


def asks_for_a_sign_in(**address: str) -> None:
    app = AppTest.from_string("from explorer.shell import wanted\nwanted.keep_wanted()")
    app.query_params.update(address)
    assert not app.run().exception


def opened(**address: str) -> dict[str, str]:
    """Open an address in a new session, and return the one that the app goes to."""
    app = AppTest.from_string("from explorer.shell import wanted\nwanted.open_wanted()")
    app.query_params.update(address)
    assert not app.run().exception
    found = app.query_params.items()
    return {name: value if isinstance(value, str) else value[0] for name, value in found}


def test_it_opens_after_the_sign_in(cookies: Cookies) -> None:
    asks_for_a_sign_in(page="search", text="Hamas&amp; 100%")
    assert opened() == {"page": "search", "text": "Hamas&amp; 100%"}
    assert cookies == {WANTED: ""}


def test_it_opens_once_even_if_the_browser_sends_the_cookie_again(cookies: Cookies) -> None:
    asks_for_a_sign_in(page="search")
    before = dict(cookies)
    assert opened() == {"page": "search"}
    cookies.update(before)
    assert opened() == {}


def test_the_same_address_may_be_asked_for_again(cookies: Cookies) -> None:
    asks_for_a_sign_in(page="search")
    before = dict(cookies)
    opened()
    cookies.update(before)
    asks_for_a_sign_in(page="search")
    assert opened() == {"page": "search"}


def test_an_address_that_names_something_is_opened_as_it_is(cookies: Cookies) -> None:
    asks_for_a_sign_in(page="search")
    assert opened(page="actors") == {"page": "actors"}
    assert opened() == {}


def test_the_cookie_of_an_older_version_opens_nothing(cookies: Cookies) -> None:
    cookies[WANTED] = "page%3Dsearch"
    assert opened() == {}


def test_a_very_long_address_is_not_kept(cookies: Cookies) -> None:
    asks_for_a_sign_in(text="x" * 4000)
    assert cookies == {}
