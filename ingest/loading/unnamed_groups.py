"""Names unnamed groups of a country, and keeps all others out of the graph: "dua orang", "pihaknya", "rumah".

A group without a name and without a country cannot be recognised in another document, so its node would only
clutter the graph. The extraction itself keeps such groups; claims are loaded with their other parties.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from cypher.model.graph import Claim, Entity, EntityKind, Event, Extraction
from ingest.knowledge import load_knowledge

COLLECTIVES: Mapping[str, str] = {
    "aircraft": "aircraft",
    "attackers": "attackers",
    "citizens": "people",
    "company": "companies",
    "court": "court",
    "forces": "forces",
    "group": "groups",
    "infrastructure": "facilities",
    "journalists": "journalists",
    "junta": "junta",
    "lawmakers": "lawmakers",
    "leaders": "leaders",
    "ministries": "ministries",
    "muslims": "believers",
    "officials": "officials",
    "opposition": "opposition",
    "police": "police",
    "prisoners": "prisoners",
    "protesters": "protesters",
    "rebels": "rebels",
    "refugees": "refugees",
    "settlers": "settlers",
    "ships": "ships",
    "soldiers": "forces",
    "states": "state",
    "students": "students",
    "supporters": "supporters",
    "victims": "victims",
    "workers": "workers",
}
"""What groups of each concept in ``people.yaml`` (``collectives``) are called in a name."""

_WITH_ARTICLE = re.compile(
    r"(United|Central African|Dominican|Democratic|Czech) |.* (Islands|Republic)$"
    r"|(Netherlands|Philippines|Maldives|Bahamas|Gambia|Comoros)$"
)


def group_name(entity: Entity) -> str | None:
    """Return the name of an unnamed group of a country: "people of Palestine"; None for any other entity.

    It depends on concept and country alone, so that another text about the same group does not rename its
    node. A concept of one language is shown with the country beside it: "anak buah (Sudan)".
    """
    if entity.concept is None or entity.country is None:
        return None
    country = load_knowledge().entities[entity.country].name
    if entity.concept not in COLLECTIVES:
        return f"{entity.concept} ({country})"
    article = "the " if _WITH_ARTICLE.match(country) else ""
    return f"{COLLECTIVES[entity.concept]} of {article}{country}"


def without_unnamed_groups(extraction: Extraction) -> Extraction:
    """Return the extraction without unnamed groups that have no country and no name in their description."""
    related = {end for claim in extraction.claims for end in _ends(claim)}
    unidentified = {entity.id for entity in extraction.entities if is_nobody(entity)} - related
    if not unidentified:
        return extraction
    return replace(
        extraction,
        entities=tuple(entity for entity in extraction.entities if entity.id not in unidentified),
        mentions=tuple(mention for mention in extraction.mentions if mention.entity_id not in unidentified),
        claims=tuple(_without(claim, unidentified) for claim in extraction.claims),
    )


def is_nobody(entity: Entity) -> bool:
    """Return whether an actor has no name, no country and no name in its description.

    "negara Muslim" has a name in its description.
    """
    first, *rest = entity.name.split() or [""]
    described = bool(rest) and (first.isupper() or any(word[:1].isupper() for word in rest))
    return entity.kind is EntityKind.GROUP and entity.country is None and not described


def _ends(claim: Claim) -> tuple[str, ...]:
    """Return the two entities that a lasting relation connects."""
    assertion = claim.asserts
    return () if isinstance(assertion, Event) else (assertion.subject, assertion.object)


def _without(claim: Claim, unidentified: set[str]) -> Claim:
    event = claim.asserts
    if not isinstance(event, Event):
        return claim
    event = replace(
        event,
        actors=tuple(party for party in event.actors if party not in unidentified),
        recipients=tuple(party for party in event.recipients if party not in unidentified),
        places=tuple(place for place in event.places if place not in unidentified),
    )
    speaker = None if claim.attribution in unidentified else claim.attribution
    return replace(claim, asserts=event, attribution=speaker)
