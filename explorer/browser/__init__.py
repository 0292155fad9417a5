"""The browser's cookies, and the keys that work on every page."""

from explorer.browser.component import Reports, reach_browser
from explorer.browser.cookies import BROWSER, OPENING, READER, TOURED, WANTED, cookie, keep_cookies

__all__ = [
    "BROWSER",
    "OPENING",
    "READER",
    "TOURED",
    "WANTED",
    "Reports",
    "cookie",
    "keep_cookies",
    "reach_browser",
]
