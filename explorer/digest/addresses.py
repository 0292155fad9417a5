"""Addresses of the app, for links in files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from explorer.acts import Act
from explorer.acts.opening import GoToPage
from explorer.acts.places import Opening, place_of


@dataclass(frozen=True, slots=True)
class App:
    """The app at its address, such as http://127.0.0.1:8501, under a lens, at a level and in a language."""

    address: str
    lens: str
    level: str
    language: str

    def page(self, **parameters: str) -> str:
        """Return the address of a page with these parameters."""
        seen = {"lens": self.lens.partition(":")[0], "level": self.level, "language": self.language}
        return f"{self.address.rstrip('/')}/?{urlencode({**parameters, **seen})}"

    def opening(self, act: Act | None) -> str | None:
        """Return the address that shows what a click on an entry opens; None if there is none."""
        asked = parameters_of(act)
        return self.page(**asked) if asked else None


def parameters_of(act: Act | None) -> Mapping[str, str]:
    """Return the parameters of the address of what an act opens, empty if it has no address."""
    if isinstance(act, GoToPage):
        return {"page": act.page}
    if not isinstance(act, Opening):
        return {}
    place = place_of(act)
    return {"page": place.page, **place.parameters}
