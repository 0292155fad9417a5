"""Finds the subject of a clause that "and" joins to another: "Peru attacked Chile and Brazil condemned Peru".

A parse often makes the subject of the second clause an object of the first.
"""

from __future__ import annotations

from ingest.extraction.syntax.sentence import Parse

_FARTHEST = 12
_SKIPPED = frozenset({"AUX", "ADV", "PART"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_CONTROLLING = ("before", "after", "object_control", "opens_plan")


def joined_subject(parse: Parse, verb: int) -> int | None:
    """Return the name before a verb that begins a clause after "verb object and", if that is its subject."""
    index = verb - 1
    while index > 0 and parse.tags[index] in _SKIPPED and index not in parse.name_at:
        index -= 1
    name = parse.name_at.get(index)
    if name is None or name.start < 2 or not _is_finite(parse, verb):
        return None
    joint = name.start - 1
    if not parse.is_word(joint, "conjunctions") or parse.lower[joint - 1] == ",":
        return None
    return name.start if _object_verb(parse, joint) is not None else None


def opens_joined_clause(parse: Parse, noun: int) -> bool:
    """Return whether a name is the subject of a joined clause, not another object of the verb before it."""
    name = parse.name_at.get(noun)
    if name is None:
        return False
    verb = name.end
    while verb < len(parse) and parse.tags[verb] in _SKIPPED and verb not in parse.name_at:
        verb += 1
    is_verb = verb < len(parse) and parse.tags[verb] == "VERB"
    return is_verb and joined_subject(parse, verb) == name.start


def _is_finite(parse: Parse, verb: int) -> bool:
    """Return whether a verb can begin a main clause: finite, or with the prefix of an active verb."""
    if parse.language.grammar.head_first:
        return parse.language.forms.is_active(parse.lower[verb])
    helped = any(parse.tags[item] == "AUX" and item < verb for item in parse.children[verb])
    return helped or parse.details[verb] in _FINITE


def _object_verb(parse: Parse, joint: int) -> int | None:
    """Return the verb of an act whose object ends right before the conjunction."""
    for index in range(joint - 1, max(-1, joint - _FARTHEST), -1):
        if index in parse.name_at:
            continue
        if parse.is_word(index, "between"):
            return None
        if parse.tags[index] == "VERB":
            return index if _acts(parse, index) and index < joint - 1 else None
        if parse.lower[index] in {",", ";", ":", "."} or parse.is_word(index, "conjunctions"):
            return None
        if parse.is_word(index, "relative_pronouns") or parse.tags[index] == "SCONJ":
            return None
    return None


def _acts(parse: Parse, verb: int) -> bool:
    """Return whether a verb is that of an act in a main clause, whose complement is no clause of its own."""
    language = parse.language
    relative = language.grammar.plays(parse.labels[verb], "relative")
    if relative or parse.is_word(verb - 1, "relative_pronouns") or not _is_finite(parse, verb):
        return False
    groups = _CONTROLLING if language.grammar.head_first else _CONTROLLING[:2]
    clausal = any(parse.is_one_of(verb, language.groups[group]) for group in groups)
    keys = (parse.lemmas[verb],) if language.forms.by_lemma else language.forms.keys(parse.lower[verb])
    return not clausal and any(key in language.lexicon.entries for key in keys)
