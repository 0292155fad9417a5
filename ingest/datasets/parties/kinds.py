"""Guesses what a name is that the knowledge base lacks: a person, a body of the government, a group."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cypher.model.graph import EntityKind
from ingest.datasets.codes.roles import Becomes, role_of_sectors

_ARMED = re.compile(
    r"\b(?:militias?|brigades?|mujahide+n|mujahid|guerr?illas?|rebels?|insurgents?|liberation army|cartel"
    r"|fighters|jihad|battalion|liberation front|armed group|separatists?)\b"
)
_OFFICIAL = re.compile(
    r"\b(?:ministry|department|police|navy|army|air force|armed forces|parliament|senate|assembly|congress"
    r"|court|agency|bureau|authority|commission|secretariat|tribunal|directorate|legislature|embassy"
    r"|intelligence|defen[cs]e forces?|national guard|coast guard|central bank|municipality)\b"
)
_ORGANISED = re.compile(
    r"\b(?:party|union|front|movement|league|alliance|coalition|association|organi[sz]ation|council"
    r"|committee|federation|society|club|institute|university|college|school|church|bank|company|corporation"
    r"|corp|inc|ltd|group|airlines?|airways|news|newspaper|press|times|television|tv|radio|fund|foundation"
    r"|cent(?:er|re)|forum|network|conference|community|brotherhood|initiative|campaign|office|board|trust"
    r"|agency|holdings?|industries|oil|gas|petroleum|energy|motors|electric|mission|program(?:me)?|project|forces?"
    r"|supporters|partai|gerakan|ltda|of|and|for|the)\b|[&\d]"
)
_MEDIA = re.compile(r"\b(?:news|press) agency\b")
_PARTICLE = re.compile(r"\b(?:bin|bint|ibn|ould|al|abu|van|von|da|dos)\b")
_LONGEST_NAME, _LONGEST_WITH_PARTICLES = 5, 8
"""The most words of a person's name, without and with words such as "bin"."""


def kind_of(name: str, sectors: Iterable[str] = ()) -> EntityKind:
    """Return the likeliest kind of a name, by its words and, for single words, by its sectors.

    A name of two to five words without one that tells of an organisation is a person's.
    """
    words = name.casefold()
    if _ARMED.search(words):
        return EntityKind.ARMED_GROUP
    if _OFFICIAL.search(words) and not _MEDIA.search(words):
        return EntityKind.GOVERNMENT_BODY
    longest = _LONGEST_WITH_PARTICLES if _PARTICLE.search(words) else _LONGEST_NAME
    if not _ORGANISED.search(words) and 1 < len(words.split()) <= longest:
        return EntityKind.PERSON
    role = role_of_sectors(sectors)
    is_armed = role is not None and role.becomes is Becomes.REBELS
    return EntityKind.ARMED_GROUP if is_armed else EntityKind.ORGANISATION
