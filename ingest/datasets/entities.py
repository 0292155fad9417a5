"""Makes the entities that parties of data sets are: known ones, roles in a country, names that are new."""

from __future__ import annotations

from dataclasses import replace

from cypher.model.graph import Entity, EntityKind
from cypher.model.ids import content_id
from ingest.datasets.known_names import known_body
from ingest.datasets.roles import Becomes, Role
from ingest.knowledge import KnownEntity, load_knowledge
from ingest.resolution.collectives import CountsFor, collective
from ingest.resolution.linking import Linker, Named
from ingest.resolution.spelling import folded

_COUNTS_FOR = {
    Becomes.STATE: CountsFor.STATE,
    Becomes.FORCES: CountsFor.FORCES,
    Becomes.REBELS: CountsFor.ARMED_GROUPS,
    Becomes.PEOPLE: CountsFor.PEOPLE,
}


def of_role(role: Role, country: str) -> Entity:
    """Return for whom the members of a role in a country act, or the body of its government."""
    if role.becomes is not Becomes.BODY:
        return collective(country, _COUNTS_FOR[role.becomes])
    known = known_body(role.names, country)
    if known is not None:
        return of_knowledge(known)
    body = Named(role.names[0], EntityKind.GOVERNMENT_BODY, country=country, implied=True)
    entity = Linker(()).link(body)
    return replace(entity, name=in_country(role.names[0], country), aliases=(role.names[0],))


def in_country(name: str, country: str) -> str:
    """Return a name that is told apart from the same one in other countries: "Parliament (India)"."""
    return f"{name} ({load_knowledge().entities[country].name})"


def of_knowledge(entity: KnownEntity) -> Entity:
    """Return an entity of the knowledge base with its spellings."""
    return Linker(()).known(entity)


def new_entity(name: str, kind: EntityKind, country: str) -> Entity:
    """Return the entity of a name that is not known, with the id that it has in texts."""
    entity = Linker(()).link(Named(name, kind, country=country or None))
    if kind is EntityKind.PERSON and country and entity.country not in (country, None):
        return Entity(content_id("actor", kind.value, folded(name)), name, kind, country)
    return entity


def is_country(code: str) -> bool:
    """Return whether a code is that of a country, ISO 3166-1 alpha-3."""
    known = load_knowledge().entities.get(code)
    return known is not None and known.kind is EntityKind.COUNTRY
