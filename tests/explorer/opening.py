"""The app without a browser, after its first run."""

from __future__ import annotations

from pathlib import Path

from streamlit.testing.v1 import AppTest

from explorer.elements.component import COMPONENT as PAPER

APP = str(Path(__file__).parents[2] / "explorer" / "app.py")


def opened(author: str | None = "ratna", **asked: str) -> AppTest:
    """The app after its first run, for a reader who has said who they are, or has not.

    `asked` are the parameters of the link that they opened.
    """
    app = AppTest.from_file(APP, default_timeout=60)
    for name, value in asked.items():
        app.query_params[name] = value
    if author:
        app.session_state["judging as"] = author
    app.run()
    assert not app.exception
    return app


def open_filters(app: AppTest) -> AppTest:
    """Open the popover with the filters of a page."""
    return open_popover(app, "filters")


def open_popover(app: AppTest, key: str, is_open: bool = True) -> AppTest:
    """Open or close what is behind a button."""
    app.session_state[key] = is_open
    app.run()
    assert not app.exception
    return app


def papers(app: AppTest) -> str:
    """What the app has drawn as elements, with what stands in captions, as text to look into."""
    drawn = [each.proto.json for each in app.get("bidi_component") if each.proto.component_name == PAPER]
    return "\n".join([*drawn, *(caption.value for caption in app.caption)])


def address(app: AppTest) -> dict[str, str]:
    """Return the parameters of the present address, without those of all pages."""
    shared = ("page", "level", "lens", "language")
    return {
        name: values[0] if isinstance(values, list) else values
        for name, values in app.query_params.items()
        if name not in shared
    }
