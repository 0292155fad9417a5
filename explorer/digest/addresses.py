"""Addresses of the app, for links in files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from explorer.acts import Act
from explorer.acts.opening import GoToPage, OpenDocument, OpenProfile, OpenSentence, OpenTie


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
    match act:
        case GoToPage(page=page):
            return {"page": page}
        case OpenTie(tie=tie):
            return {"page": "network", "tie": tie}
        case OpenProfile(entity=entity):
            return {"page": "actors", "entity": entity}
        case OpenDocument(document=document, claim=claim):
            return {"page": "documents", "document": document, **({"claim": claim} if claim else {})}
        case OpenSentence(document=document, start=start, end=end):
            return {"page": "documents", "document": document, "sentence": f"{start}-{end}"}
    return {}
