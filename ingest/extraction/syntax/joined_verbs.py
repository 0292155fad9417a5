"""Verbs beside a verb and below it: coordinated ones, clauses that contrast, clauses that complete it."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.extraction.syntax.phrases import child
from ingest.extraction.syntax.sentence import Parse


def verb_beside(parse: Parse, index: int, verb: int) -> int | None:
    """Return the verb coordinated with `verb` to which a word below that belongs, or which it is.

    Example: "hurt" for "sailor" in "seized rifles and hurt a sailor".
    """
    path = [index, *parse.ancestors(index)]
    top = next((item for item in path if parse.heads[item] == verb), verb)
    beside = parse.language.grammar.plays(parse.labels[top], "coordination")
    return top if beside and top != verb and parse.tags[top] in {"VERB", "AUX"} else None


def contrasts(parse: Parse, start: int, end: int) -> Iterator[int]:
    """Yield the words from `start` to `end` that begin a clause about another act, such as "while".

    "Sementara" counts only as a conjunction: it can also mean "temporary".
    """
    for index in range(start, end):
        begins = parse.tags[index] == "SCONJ" or parse.lower[index - 1] == ","
        if begins and parse.is_word(index, "contrasting"):
            yield index


def verbal_complements(parse: Parse, verb: int) -> Iterator[int]:
    """Yield the verbs behind a verb whose clauses complete it, nearest first."""
    grammar = parse.language.grammar
    for item in sorted(parse.children[verb]):
        clause = item > verb and grammar.plays(parse.labels[item], "clause")
        if clause and not any(parse.is_word(index, "contrasting") for index in parse.children[item]):
            yield item


def doer_of_complement(parse: Parse, verb: int) -> int | None:
    """Return the subject of the first clause that completes a verb: "desired that [X] do it".

    A pronoun that opens a relative clause is no subject of its own.
    """
    for item in verbal_complements(parse, verb):
        doer = child(parse, item, "subject")
        marks = [
            index
            for index in range(verb + 1, doer or 0)
            if parse.lower[index] in parse.language.groups["asked_with"]
        ]
        if doer is not None and doer > verb and marks and not parse.is_word(doer, "relative_pronouns"):
            return doer
    return None
