"""The security headers of every response, so that a browser allows only what the app needs."""

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
"""Browser features that the app does not use and forbids."""


def security_headers() -> dict[str, str]:
    """Return the headers by name."""
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
    """Return the policy: nothing from other hosts, only scripts in the app's files, no eval.

    Inline styles are allowed, because Streamlit, the network and the editor use them.
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
    """Return the SHA-256 of each inline script of Streamlit's page, in base64."""
    page = files("streamlit").joinpath("static", "index.html").read_text(encoding="utf-8")
    digests = (hashlib.sha256(text.encode()).digest() for text in _INLINE_SCRIPT.findall(page))
    return [base64.b64encode(digest).decode() for digest in digests]
