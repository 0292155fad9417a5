"""Says which entity a party of a data set is, so that all data sets and texts meet on the same one.

``USAGOV``, "Government (United States)" and "pemerintah AS" are the United States; "Police (India)" are its
forces, "Citizen (Japan)" its people, as unnamed groups of texts are (`ingest.resolution.collectives`). Names
that the knowledge base lacks get the ids that the same names in texts have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from cypher.model.affiliation import usual_affiliation
from cypher.model.graph import Entity, EntityKind
from cypher.model.ids import alias_key, content_id
from ingest.datasets.coded import CodedParty
from ingest.datasets.codes.actor_codes import ActorCode, read_code
from ingest.datasets.codes.roles import Becomes, Role, plain_role, role_of, role_of_sectors
from ingest.datasets.codes.territories import country_named
from ingest.datasets.parties.armed_sides import is_armed_side, known_group
from ingest.datasets.parties.kinds import kind_of
from ingest.datasets.parties.known_names import country_meant, known_body, known_member, known_name
from ingest.knowledge import KnownEntity, load_knowledge
from ingest.resolution.collectives import CountsFor, collective
from ingest.resolution.linking import Linker, Named
from ingest.resolution.spelling import folded

_REMEMBERED = 1 << 17
YEARS = r"\s*\(\d{4}\s*-\s*(?:\d{4})?\)"
"""The years of a regime in a name, as a regular expression: " (1989-)"."""

_WITHIN = re.compile(r"(?P<name>.+?)\s*\((?P<of>[^()]+(?:\([^()]*\))?)\)")
_OF = re.compile(r"(?P<lead>.+?) of (?:the )?(?P<country>.+)", re.IGNORECASE)
_NOBODY = re.compile(
    r"(?:unidentified|unspecified|unknown|unnamed)(?: state| non-state)?(?: actors?)?"
    r"|international(?: actors?)?|(?:international|non)[ -]government(?:al)? organi[sz]ations?",
    re.IGNORECASE,
)
"""Names with which data sets say that they do not know who it is."""


_COUNTS_FOR = {
    Becomes.STATE: CountsFor.STATE,
    Becomes.FORCES: CountsFor.FORCES,
    Becomes.REBELS: CountsFor.ARMED_GROUPS,
    Becomes.PEOPLE: CountsFor.PEOPLE,
}
_BESIDE_A_COUNTRY = frozenset(
    [
        *("government", "officials", "military", "armed forces", "security forces", "forces", "troops"),
        *("soldiers", "police", "people", "citizens", "civilians", "protesters", "rebels", "kurds"),
        *("pemerintah", "militer", "tentara", "pasukan", "angkatan bersenjata", "polisi", "rakyat", "warga"),
    ]
)
"""Roles that may stand beside the name of a country: "US government", "polisi India"."""

_PEOPLE = re.compile(r"(?:\S+ ){1,2}(?:people|tribes?|kurds|uyghurs?|clan)", re.IGNORECASE)
"""Last words of the names of peoples, whose members have no node of their own."""

_LEADERS = frozenset({"Elite", "Executive Office"})
"""Sectors of ICEWS for leaders of states."""

_OFFICIAL = frozenset({Becomes.STATE, Becomes.FORCES})


@lru_cache(_REMEMBERED)
def resolve(party: CodedParty) -> Entity | None:
    """Return the entity that a party is; None if that is nobody who can be told from others.

    Nobody are parties without name, code and country, and roles without a country ("police"). `acts_for` is
    what the entity usually acts for; a person whose sectors are official acts for their country.
    """
    name = " ".join(re.sub(YEARS, " ", party.name).split())
    if party.code:
        found = _of_code(name, party)
    elif name:
        found = None if _NOBODY.fullmatch(name) else _of_name(name, party)
    else:
        role = role_of_sectors(party.sectors) or Role(Becomes.STATE)
        found = _of_role(role, party.country) if _is_country(party.country) else None
    return None if found is None else replace(found, acts_for=_acts_for(found, party))


def _of_name(name: str, party: CodedParty) -> Entity | None:
    within = _WITHIN.fullmatch(name)
    if within is not None and (country := country_named(within["of"])) is not None:
        return _member(within["name"], country)
    if is_armed_side(party.sectors):
        return _armed(name, party.country)
    if within is not None and role_of(within["name"]) is not None:  # "Militant (Taliban)" acts for the group
        return resolve(replace(party, name=within["of"], sectors=()))
    known = None if country_named(name) else known_name(name, party.country, is_leader=_is_leader(party))
    if known is not None:
        return _known(known)
    told = _role_in(name, party.country)
    if told is not None:
        role, where = told
        return _of_role(role, where) if _is_country(where) else None
    return _new(name, kind_of(name, party.sectors), party.country)


def _armed(name: str, country: str) -> Entity:
    """Return a known armed group, the armed groups of a country ("Unidentified Gang"), or a new group."""
    known, role = known_group(name), plain_role(name)
    if known is not None:
        return _known(known)
    if role is not None and _is_country(country):
        return _of_role(role, country)
    return _new(name, EntityKind.ARMED_GROUP, country)


def _is_leader(party: CodedParty) -> bool:
    return not _LEADERS.isdisjoint(party.sectors)


def _role_in(name: str, country: str) -> tuple[Role, str] | None:
    """Return the role that a name says, and its country, which may stand in it: "Police of India"."""
    named = country_named(name)
    if named is not None:
        return Role(Becomes.STATE), named
    beside = next(_beside_a_country(name), None)
    if beside is not None:
        return beside
    role = plain_role(name) or (Role(Becomes.PEOPLE) if _PEOPLE.fullmatch(name) else None)
    if role is not None:
        return role, country
    meant = country_meant(name)
    return (Role(Becomes.STATE), meant) if meant else None


def _beside_a_country(name: str) -> Iterator[tuple[Role, str]]:
    of = _OF.fullmatch(name)
    if of is not None and (role := plain_role(of["lead"])) and (country := country_named(of["country"])):
        yield role, country
    words = name.split()
    for at in range(1, len(words)):
        left, right = " ".join(words[:at]), " ".join(words[at:])
        for says, where in ((right, left), (left, right)):
            role = plain_role(says) if says.casefold() in _BESIDE_A_COUNTRY else None
            if role is not None and (country := country_meant(where)):
                yield role, country


def _member(name: str, country: str) -> Entity:
    """Return who "Lawmaker (India)" or "Freedom Party (Austria)" is, by the name before the country."""
    known = known_member(name, country)
    if known is not None:
        return _known(known)
    role = role_of(name)
    if role is not None:
        return _of_role(role, country)
    kind = kind_of(name)
    kind = EntityKind.ORGANISATION if kind is EntityKind.PERSON else kind
    identity = content_id("actor", kind.value, alias_key(name), country)
    return Entity(identity, _in_country(name, country), kind, country, (name,))


def _of_role(role: Role, country: str) -> Entity:
    if role.becomes is not Becomes.BODY:
        return collective(country, _COUNTS_FOR[role.becomes])
    known = known_body(role.names, country)
    if known is not None:
        return _known(known)
    body = Named(role.names[0], EntityKind.GOVERNMENT_BODY, country=country, implied=True)
    entity = Linker(()).link(body)
    return replace(entity, name=_in_country(role.names[0], country), aliases=(role.names[0],))


def _in_country(name: str, country: str) -> str:
    return f"{name} ({load_knowledge().entities[country].name})"


def _of_code(name: str, party: CodedParty) -> Entity | None:
    code = read_code(party.code)
    country = code.country or (party.country if _is_country(party.country) else "")
    known = _known_beside_code(name, country, code)
    if known is not None:
        return _known(known)
    if code.group is not None and _acts_as_group(code, country):
        group = code.group
        return _known(group.known) if group.known else _new(group.name, group.kind, group.country or "")
    if country:
        of_people = Becomes.PEOPLE if code.has_others else Becomes.STATE
        return _of_role(Role(code.role or of_people), country)
    if code.region and code.role is None and not code.is_international:
        return _known(load_knowledge().entities[code.region])
    if code.is_international and name and role_of(name) is None:
        return _new(name.title() if name.isupper() else name, EntityKind.ORGANISATION, "")
    return None


def _acts_as_group(code: ActorCode, country: str) -> bool:
    """Whether a code means its group, not a state with which it is connected ("USAGOVUNO")."""
    group = code.group
    if group is None or not country or code.role not in _OFFICIAL:
        return group is not None
    return group.kind is EntityKind.ARMED_GROUP and group.country == country


def _known_beside_code(name: str, country: str, code: ActorCode) -> KnownEntity | None:
    """Return the known entity of a name if it agrees with the code; places and roles in it do not count."""
    found = known_name(name.title() if name.isupper() else name, country) if name else None
    if found is None or found.kind is EntityKind.PLACE:
        return None
    if country:
        return found if found.country == country else None
    is_told = code.is_international or code.group is not None or " " in name
    return found if is_told or found.country is None else None


def _known(entity: KnownEntity) -> Entity:
    return Linker(()).known(entity)


def _new(name: str, kind: EntityKind, country: str) -> Entity:
    """Return the entity of a name that is not known, with the id that it has in texts."""
    entity = Linker(()).link(Named(name, kind, country=country or None))
    if kind is EntityKind.PERSON and country and entity.country not in (country, None):
        return Entity(content_id("actor", kind.value, folded(name)), name, kind, country)
    return entity


def _is_country(code: str) -> bool:
    known = load_knowledge().entities.get(code)
    return known is not None and known.kind is EntityKind.COUNTRY


def _acts_for(entity: Entity, party: CodedParty) -> str | None:
    body = load_knowledge().bodies.get(entity.id)
    usual = body or usual_affiliation(entity.id, entity.kind, entity.country)
    if usual is None and entity.kind is EntityKind.PERSON and entity.country == party.country:
        role = role_of_sectors(party.sectors)
        return entity.country if role is not None and role.becomes in _OFFICIAL | {Becomes.BODY} else None
    return usual
