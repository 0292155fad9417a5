"""What the tests of workers share."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest


@pytest.fixture(autouse=True)
def _no_main_module(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave no script that workers would run first: Streamlit's `AppTest` puts its page in that place."""
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))
