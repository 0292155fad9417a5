"""The headers that every response of the app carries, so that a browser allows no more than the app needs."""

from __future__ import annotations

import base64
import hashlib
import re
from importlib.resources import files

_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)

_FEATURES = (
    "accelerometer",
    "autoplay",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "usb",
)
"""What the app never asks a browser for."""


def security_headers() -> dict[str, str]:
    """The headers by name."""
    return {
        "content-security-policy": content_security_policy(),
        "x-frame-options": "DENY",
        "x-content-type-options": "nosniff",
        "referrer-policy": "same-origin",
        "permissions-policy": ", ".join(f"{feature}=()" for feature in _FEATURES),
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
    }


def content_security_policy() -> str:
    """What the page may load and run: nothing from other hosts, no script but files of the app, no eval.

    Styles may stand in the page: Streamlit, the network and the editor write them there.
    """
    scripts = " ".join(["'self'", *(f"'sha256-{each}'" for each in inline_scripts())])
    allowed = {
        "default-src": "'none'",
        "script-src": scripts,
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in allowed.items())


def inline_scripts() -> list[str]:
    """The SHA-256 of each script that stands in the text of Streamlit's page, in base64."""
    page = files("streamlit").joinpath("static", "index.html").read_text(encoding="utf-8")
    digests = (hashlib.sha256(text.encode()).digest() for text in _INLINE_SCRIPT.findall(page))
    return [base64.b64encode(digest).decode() for digest in digests]
