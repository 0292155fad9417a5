"""The app without a browser, after its first run."""

from __future__ import annotations

from pathlib import Path

from streamlit.testing.v1 import AppTest

APP = str(Path(__file__).parents[2] / "explorer" / "app.py")


def opened() -> AppTest:
    """The app after its first run."""
    app = AppTest.from_file(APP, default_timeout=60).run()
    assert not app.exception
    return app
