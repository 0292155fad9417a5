"""Finds values of a query with which it cannot have an answer, before it is run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from cypher.catalog.catalog import Statement
from cypher.catalog.parameters import Parameter, ParameterType
from cypher.catalog.query_tokens import tokens_of
from cypher.errors import UsageError

NO_ROWS = "The limit is {limit}, so there are no rows. Set it to 1 or more."
NO_DAYS = "The first day, {since}, is after the last day, {until}. Swap them."
ONE_PARTY = "Both parties are the same. Choose two different ones."
NO_TYPED_ROWS = "LIMIT 0 gives no rows. Write a larger number."

_PERIOD = ("since", "until")
_PAIR = ("first", "second")


@dataclass(frozen=True, slots=True)
class Misfit:
    """A sentence about values that give no answer; `values` are those in its braces."""

    text: str
    values: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.text.format(**self.values)


def misfits(query: Statement, values: Mapping[str, object]) -> list[Misfit]:
    """Return what keeps a query from having an answer with these values of its parameters."""
    taken = {parameter.name: parameter for parameter in query.parameters}
    given = {name: values[name] for name in taken if values.get(name) is not None}
    return [*_limit(taken, given), *_period(taken, given), *_pair(taken, given)]


def refuse_misfits(query: Statement, values: Mapping[str, object]) -> None:
    """Raise `UsageError` for values that give no answer."""
    found = misfits(query, values)
    if found:
        raise UsageError(" ".join(map(str, found)))


def typed_misfits(text: str) -> list[Misfit]:
    """Return what keeps a typed text from having rows: ``LIMIT 0``."""
    pairs = pairwise(tokens_of(text))
    zero = any(one.keyword == "LIMIT" and other.text == "0" for one, other in pairs)
    return [Misfit(NO_TYPED_ROWS)] if zero else []


def _limit(taken: Mapping[str, Parameter], given: Mapping[str, object]) -> Iterator[Misfit]:
    limit = given.get("limit")
    if isinstance(limit, int) and limit < 1 and taken["limit"].type is ParameterType.INTEGER:
        yield Misfit(NO_ROWS, {"limit": str(limit)})


def _period(taken: Mapping[str, Parameter], given: Mapping[str, object]) -> Iterator[Misfit]:
    if all(name in given and taken[name].type is ParameterType.DATE for name in _PERIOD):
        since, until = (str(given[name]) for name in _PERIOD)
        if since > until:
            yield Misfit(NO_DAYS, {"since": since, "until": until})


def _pair(taken: Mapping[str, Parameter], given: Mapping[str, object]) -> Iterator[Misfit]:
    kinds = {ParameterType.ENTITY, ParameterType.COUNTRY}
    if (
        all(name in given and taken[name].type in kinds for name in _PAIR)
        and given["first"] == given["second"]
    ):
        yield Misfit(ONE_PARTY)
