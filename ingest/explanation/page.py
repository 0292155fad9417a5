"""Renders explanations as one page that works offline: no scripts, no requests, news as plain text."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from importlib.resources import files

from jinja2 import Environment
from markupsafe import Markup

from ingest.explanation.outline import Explanation


def page_of(explanations: Sequence[Explanation]) -> str:
    """Return the explanations as an HTML page; the template engine escapes everything that comes from news.

    The page's content security policy allows only its own style sheet.
    """
    style = _read("page.css")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    template = Environment(autoescape=True).from_string(_read("page.html"))
    return template.render(
        title=explanations[0].title if len(explanations) == 1 else f"{len(explanations)} articles explained",
        explanations=explanations,
        style=Markup(style),  # noqa: S704 - our own file
        style_hash=f"sha256-{digest}",
    )


def _read(name: str) -> str:
    return files(__package__).joinpath(name).read_text("utf-8")
