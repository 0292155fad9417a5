"""Headers that declare one parameter each, of every type and with every default."""

from __future__ import annotations

from collections.abc import Iterator

from cypher.catalog.parameters import ParameterType

DEFAULTS = {
    ParameterType.INTEGER: ("3", "0", "-7", "999999999999999999"),
    ParameterType.NUMBER: ("0.5", "nan", "inf", "1e400", "-0"),
    ParameterType.BOOLEAN: ("true", "no"),
    ParameterType.DATE: ("2023-10-08", "0001-01-01", "1899-12-31", "9999-12-31"),
    ParameterType.EVENT_TYPE: ("AID",),
    ParameterType.EVENT_TYPES: ("AID,AID", "[]"),
    ParameterType.QUAD: ("1",),
    ParameterType.SIGN: ("conflict",),
    ParameterType.STATUSES: ("actual,planned",),
    ParameterType.STRINGS: ("a,a,b",),
    ParameterType.LANGUAGES: ("id,en",),
    ParameterType.LENS: ("all",),
    ParameterType.ENTITY: ("IRN", "nobody of this name"),
    ParameterType.ENTITIES: ("IRN,IRN,nobody of this name",),
}
"""Some defaults of each type, usual and unusual ones; the other types are texts."""


def headers() -> Iterator[tuple[str, str]]:
    """Parameters by name, as a header declares them."""
    for kind in ParameterType:
        for default in ("", " = null", *(f" = {each}" for each in DEFAULTS.get(kind, ("x",)))):
            for name in ("given", "kinds", "known_by", "Größe_2"):
                yield name, f"{name} {kind}{default}  Use {{it}} *well*"
