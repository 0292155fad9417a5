"""Finds the subject of a verb by the parse, or from the verb above."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.extraction.syntax.phrases import child, has_preposition, noun_after
from ingest.extraction.syntax.sentence import Parse
from ingest.extraction.syntax.word_order import head_of_run, is_span_of_time, run_start, subject_before


def subject(parse: Parse, index: int) -> tuple[int | None, bool]:
    """Return the head of a verb's subject, and whether it was inherited from a verb above."""
    heads, inherited = subjects(parse, index)
    return (heads[0] if heads else None), inherited


def subjects(parse: Parse, index: int) -> tuple[tuple[int, ...], bool]:
    """Return all words that may head a verb's subject, most probable first, and whether they are inherited.

    Inherited subjects come from a verb above. A relative pronoun stands for the noun that its clause
    describes, or for the noun that this one modifies.
    """
    seen = {index}
    inherited = False
    while True:
        found = _own_subjects(parse, index)
        if found:
            return found, inherited
        if _describes_noun(parse, index):
            noun = parse.heads[index]
            if not _describes_object(parse, index) or parse.heads[noun] in seen:
                return tuple(_described(parse, noun)), inherited
            index, inherited = parse.heads[noun], True
            seen.add(index)
            continue
        missed, borrowed = _missed_subject(parse, index)
        if missed is not None:
            return (missed,), inherited or borrowed
        above = parse.heads[index]
        if above in seen or not parse.language.grammar.plays(parse.labels[index], "inherits_subject"):
            return (), inherited
        controller = _controlling_object(parse, above, index)
        if controller is not None:
            return (controller,), True
        inherited = True
        seen.add(above)
        index = above


def _describes_noun(parse: Parse, index: int) -> bool:
    """Return whether a verb's clause describes a noun before it; "Ruiz: Peru Attacks Chile" has none."""
    noun = parse.heads[index]
    relative = parse.language.grammar.plays(parse.labels[index], "relative") and noun < index
    return relative and ":" not in parse.lower[noun:index]


def _own_subjects(parse: Parse, index: int) -> tuple[int, ...]:
    """Return the subjects of a verb except relative pronouns, nearest first."""
    grammar = parse.language.grammar
    found = (
        item
        for item in parse.children[index]
        if grammar.plays(parse.labels[item], "subject", "passive_subject") and not _is_filler(parse, item)
    )
    if parse.is_word(index, "exemplifying"):  # "Pemerintah X, termasuk polisi, …"
        found = (item for item in found if item < index)
    return tuple(_possessed(parse, item) for item in sorted(found, key=lambda item: abs(item - index)))


def _missed_subject(parse: Parse, verb: int) -> tuple[int | None, bool]:
    """Return the subject that the parse attached to another word, and whether it is another clause's."""
    found = (_taken_for_adjective, _taken_for_compound, _named_before_pronoun)
    taken = next((head for find in found if (head := find(parse, verb)) is not None), None)
    return (taken, False) if taken is not None else (_subject_of_main_clause(parse, verb), True)


def _named_before_pronoun(parse: Parse, verb: int) -> int | None:
    """Return the name before a relative pronoun that has no noun in the parse.

    Example: "boikot terhadap Hamas, yang menolak …".
    """
    pronoun = next((item for item in parse.children[verb] if parse.is_word(item, "relative_pronouns")), None)
    if pronoun is None or pronoun > verb or not parse.language.grammar.head_first:
        return None
    before = pronoun - 2 if pronoun and parse.lower[pronoun - 1] == "," else pronoun - 1
    name = parse.name_at.get(before)
    return None if name is None else head_of_run(parse, run_start(parse, name.start), name.start)


def _subject_of_main_clause(parse: Parse, verb: int) -> int | None:
    """Return the subject behind the comma for a verb that opens a sentence without a subject of its own.

    Example: "Seusai menuduh X mengepung Y, Z menuntut …".
    """
    opens = verb == 1 and parse.lower[0] in parse.language.groups["accompanying"]
    if not opens or not parse.language.grammar.head_first or "," not in parse.lower[verb:]:
        return None
    comma = parse.lower.index(",", verb)
    main = next((index for index in range(comma, len(parse)) if parse.tags[index] == "VERB"), None)
    head = subject_before(parse, main) if main is not None else None
    return head if head is not None and head > comma else None


def _described(parse: Parse, noun: int) -> Iterator[int]:
    """Yield the noun that a clause describes, then the nouns that it modifies without a preposition.

    The last is the name that all of them introduce: "Karim, menteri urusan kemanusiaan, yang …".
    """
    yield noun
    above = noun
    while parse.language.grammar.plays(parse.labels[above], "narrowing") and not has_preposition(
        parse, above
    ):
        above = parse.heads[above]
        yield above
    yield from _apposed_to(parse, noun)


def _apposed_to(parse: Parse, noun: int) -> Iterator[int]:
    grammar = parse.language.grammar
    while grammar.plays(parse.labels[noun], "narrowing") and parse.heads[noun] < noun:
        label, noun = parse.labels[noun], parse.heads[noun]
        if grammar.plays(label, "apposition") and noun in parse.name_at:
            yield noun
            return


def _taken_for_adjective(parse: Parse, index: int) -> int | None:
    """Return the name before a verb that the parse took for an adjective: "Eritrea massed troops"."""
    grammar, noun = parse.language.grammar, parse.heads[index]
    adjective = grammar.plays(parse.labels[index], "modifier") and parse.tags[index] == "VERB"
    if not adjective or grammar.head_first or noun <= index or parse.heads[noun] != noun:
        return None
    before = min((item for item in parse.children[index] if item < index), default=index)
    before -= before not in parse.name_at
    free = before >= 0 and before in parse.name_at and parse.heads[before] in (index, noun)
    return before if free and not has_preposition(parse, before) else None


def _taken_for_compound(parse: Parse, verb: int) -> int | None:
    """Return the name before a verb that the parse took for a noun with an object: "Peru attacks Chile"."""
    name = parse.name_at.get(verb - 1)
    if name is None or parse.language.grammar.head_first or child(parse, verb, "object") is None:
        return None
    below = parse.heads[name.end - 1] == verb
    return (
        name.start
        if below and parse.language.grammar.plays(parse.labels[name.end - 1], "narrowing")
        else None
    )


def _possessed(parse: Parse, index: int) -> int:
    """Return the owned noun instead of a possessive that the parse made the subject.

    In "sekutu mereka menerima …" the subject is "sekutu".
    """
    possessor = (
        parse.language.grammar.head_first and parse.lower[index] in parse.language.groups["possessives"]
    )
    if not possessor or not index or parse.tags[index - 1] != "NOUN":
        return index
    return head_of_run(parse, run_start(parse, index - 1), index - 1)


def _describes_object(parse: Parse, index: int) -> bool:
    """Return whether a verb describes an object without a relative pronoun.

    In "mengeluarkan pernyataan mendukung …", the subject of the verb above acts, not the object.
    """
    grammar = parse.language.grammar
    noun = parse.heads[index]
    pronoun = any(parse.is_word(item, "relative_pronouns") for item in range(noun + 1, index))
    passive = grammar.plays(parse.details[index], "past_participle") or parse.language.forms.is_passive(
        parse.lower[index]
    )
    return grammar.plays(parse.labels[noun], "object") and not pronoun and not passive


def _controlling_object(parse: Parse, verb: int, below: int) -> int | None:
    """Return the actor of a clause below a verb like "accuse": its object, or its subject in the passive."""
    control = parse.language.groups["object_control"]
    for_what = parse.language.groups["reason_control"]
    if parse.language.grammar.plays(parse.labels[below], "coordination", "adverbial"):
        return None
    if parse.is_one_of(verb, for_what):
        addressed = _addressed(parse, verb, below)
        if addressed is not None:
            return addressed
    elif not (parse.is_one_of(verb, control) or _keeps_from(parse, verb, below)):
        return None
    found = child(parse, verb, "object")
    return found if found is not None and found < below else child(parse, verb, "passive_subject")


def _keeps_from(parse: Parse, verb: int, below: int) -> bool:
    """Return whether somebody is kept from an act: "kept X from attacking Y", "mencegah X menyerang Y"."""
    opened = parse.language.grammar.head_first or parse.is_word(below, "origin_prepositions")
    return opened and parse.is_one_of(verb, parse.language.groups["keeps"])


def _addressed(parse: Parse, verb: int, below: int) -> int | None:
    """Return who is thanked or blamed with a preposition: "berterima kasih kepada X karena …"."""
    words = parse.language.groups["addressing"]
    marks = (index for index in range(verb + 1, min(below, verb + 3)) if parse.lower[index] in words)
    mark = next(marks, None)
    return noun_after(parse, mark) if mark is not None else None


def antecedent(parse: Parse, pronoun: int) -> int | None:
    """Return the subject of a clause above that a pronoun refers to: "Iran said it will …".

    The object of a verb is somebody else than its subject, and so is who is asked to do something.
    """
    for above in parse.ancestors(pronoun):
        if _is_acted_on(parse, pronoun, above):
            if _is_theirs(parse, above):
                return None
            continue
        found = child(parse, above, "subject", "passive_subject")
        if (
            found is not None
            and found < pronoun
            and parse.tags[found] != "PRON"
            and not _is_filler(parse, found)
            and not parse.is_below(pronoun, found)
        ):
            return found
    return None


def _is_acted_on(parse: Parse, pronoun: int, verb: int) -> bool:
    """Return whether a pronoun is the object of a verb, or stands like one: "meminta mereka mundur"."""
    is_object = parse.language.grammar.plays(parse.labels[pronoun], "object")
    asked = pronoun == verb + 1 and parse.is_one_of(verb, parse.language.groups["object_control"])
    return asked or (is_object and parse.heads[pronoun] == verb)


def _is_theirs(parse: Parse, verb: int) -> bool:
    """Return whether those of the subject above act: "X menyatakan petempurnya menculik mereka"."""
    own = child(parse, verb, "subject")
    endings = parse.language.possessive_endings
    return own is not None and bool(endings) and parse.lower[own].endswith(endings)


def _is_filler(parse: Parse, index: int) -> bool:
    wordless = not parse.lower[index][:1].isalnum()
    pronoun = parse.is_word(index, "relative_pronouns") or _points_to_time(parse, index)
    return wordless or pronoun or is_span_of_time(parse, index)


def _points_to_time(parse: Parse, index: int) -> bool:
    """Return whether "itu" only says when or why: "setelah itu", "karena itu"."""
    pointing = parse.lower[index] in parse.language.people.determiners
    return pointing and index > 0 and parse.is_word(index - 1, "prepositions")


def carried_by(parse: Parse, noun: int) -> int | None:
    """Return the verb whose object a noun is or modifies: "melakukan operasi penggerebekan yang …"."""
    grammar = parse.language.grammar
    while grammar.plays(parse.labels[noun], "narrowing"):
        noun = parse.heads[noun]
    return parse.heads[noun] if grammar.plays(parse.labels[noun], "object") else None
