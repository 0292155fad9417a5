"""Reads the values of parameters that a program gives, and names each one that does not fit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cypher.catalog.catalog import Statement
from cypher.catalog.parameters import Parameter
from cypher.database import Database
from cypher.desk.fitting import refuse_misfits
from cypher.desk.resolving import resolved_value
from cypher.errors import UsageError
from explorer.interface.operations import Operation
from explorer.interface.problems import Misfit, misfitting

MOST_MEMBERS = 200
"""The maximum number of members of a list."""

Values = Mapping[str, object]


def values_of_pairs(pairs: Iterable[tuple[str, str]], wanted: Operation) -> dict[str, object]:
    """Return the values of an address by parameter; a list may be repeated or have commas.

    Raises `Problem` for parameters that are unknown or given twice.
    """
    given: dict[str, list[str]] = {}
    for name, value in pairs:
        given.setdefault(name, []).append(value)
    many = {each.name for each in wanted.statement.parameters if each.type.is_list}
    twice = [name for name, values in given.items() if len(values) > 1 and name not in many]
    if twice:
        errors = [Misfit(name, f"Give {name!r} only once: it takes one value.") for name in twice]
        raise misfitting(errors, wanted.help)
    return {name: ",".join(values) for name, values in given.items()}


def fitting_values(given: Values, wanted: Operation, database: Database) -> dict[str, object]:
    """Return all values of a statement, checked, with defaults and with the ids of named entities.

    Raises `Problem` that names each parameter whose value does not fit.
    """
    found = wanted.statement
    errors = [*_unknown(given, found)]
    values: dict[str, object] = {}
    for parameter in found.parameters:
        try:
            values[parameter.name] = _fitting(parameter, given.get(parameter.name), database)
        except UsageError as error:
            errors.append(Misfit(parameter.name, str(error)))
    if errors:
        raise misfitting(errors, wanted.help)
    refuse_misfits(found, values)
    return values


def _unknown(given: Values, found: Statement) -> Iterable[Misfit]:
    takes = [parameter.name for parameter in found.parameters]
    for name in sorted(set(given) - set(takes)):
        yield Misfit(name, f"There is no parameter {name[:80]!r}. There are {', '.join(takes) or 'none'}.")


def _fitting(parameter: Parameter, value: object, database: Database) -> object:
    if value in (None, ""):
        if parameter.required:
            raise UsageError(f"Parameter {parameter.name!r} needs a value. {parameter.help}.")
        return parameter.check(parameter.default)
    checked = parameter.check(value)
    if isinstance(checked, list) and len(checked) > MOST_MEMBERS:
        raise UsageError(f"Parameter {parameter.name!r} takes at most {MOST_MEMBERS} values.")
    return parameter.check(resolved_value(database, parameter.type, checked))
