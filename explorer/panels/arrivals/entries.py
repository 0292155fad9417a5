"""The entries of what came in, by section."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import TypeVar

from cypher.arrivals.items import (
    Against,
    Arrivals,
    Balance,
    Denied,
    Listed,
    NewActor,
    NewTie,
    Source,
    Topic,
    TouchedPhrase,
    TouchedWatch,
    Turned,
)
from cypher.arrivals.only import Of, Only
from cypher.catalog.catalog import catalog
from cypher.records.shared import DrawnTie
from cypher.sources.failing import Failure
from explorer.acts.opening import GoToPage, OpenProfile, OpenTie
from explorer.panels.arrivals.entry import Entries, Entry, Section, quotes, sentence_quotes
from explorer.panels.arrivals.head import Moment
from explorer.panels.arrivals.narrowing import source_name
from explorer.panels.widgets import what_of
from explorer.phrases import EventType, Plural, Problem, Said, Term, Translated, joined, say

T = TypeVar("T")

_QUOTED = 3
"""The maximum number of quoted sentences of one phrase."""

_CAME_IN = {
    Against.DENIAL: "What came in denies what stood",
    Against.CLAIM: "What came in had been denied before",
    Against.BOTH: "Both the claim and the denial came in",
}


def entries(found: Arrivals) -> list[Entries]:
    """Return the sections that have entries, in the order in which they are shown."""

    def build(listed: Listed[T], section: Section, entry: Callable[[T, Arrivals], Entry]) -> Entries:
        return Entries(section, tuple(entry(each, found) for each in listed.shown), listed.more)

    every = (
        build(found.turned, Section.TURNED, _turned),
        build(found.denied, Section.DENIED, _denied),
        build(found.ties, Section.TIE, _new_tie),
        build(found.actors, Section.ACTOR, _new_actor),
        Entries(Section.PHRASE, tuple(map(_phrase, found.phrases))),
        Entries(Section.WATCH, tuple(_watch(each, found) for each in found.watches)),
        build(found.sources, Section.SOURCE, _source),
        build(found.types, Section.TYPE, _type),
        build(found.countries, Section.COUNTRY, _country),
        Entries(Section.UNREAD, tuple(_unread(found)), found.failures.more),
    )
    return [each for each in every if each.listed]


def _parties(tie: DrawnTie) -> str:
    return (" → " if tie.directed else " ↔ ").join((tie.actor_name, tie.recipient_name))


def _claims(number: int) -> Plural:
    return Plural(number, "{number} claim", "{number} claims")


def _turned(each: Turned, found: Arrivals) -> Entry:
    tie = each.tie
    about = joined(
        " · ",
        (
            say("{sign} came in, where {other} led", sign=Term(each.now.lead), other=Term(each.before.lead)),
            say("new voices: {voices}", voices=_balance(each.now)),
            say("earlier voices: {voices}", voices=_balance(each.before)),
        ),
    )
    evidence = quotes(each.evidence, found.evidence)
    return Entry(
        Section.TURNED, tie.tie, f"{tie.actor_name} ↔ {tie.recipient_name}", about, evidence, OpenTie(tie.tie)
    )


def _balance(balance: Balance) -> Said:
    return say(
        "{cooperation} of cooperation, {conflict} of conflict",
        cooperation=balance.cooperation,
        conflict=balance.conflict,
    )


def _denied(each: Denied, found: Arrivals) -> Entry:
    tie = each.tie
    denials = Plural(each.denials_number, "denied by {number} claim", "denied by {number} claims")
    about = joined(
        " · ", (EventType(each.event_type), say(_CAME_IN[each.came_in]), _claims(each.claims_number), denials)
    )
    evidence = (
        *quotes(each.claims, found.evidence, say("reports it")),
        *quotes(each.denials, found.evidence, say("denies it")),
    )
    key = f"{tie.tie} {each.event_type}"
    return Entry(Section.DENIED, key, _parties(tie), about, evidence, OpenTie(tie.tie))


def _new_tie(each: NewTie, found: Arrivals) -> Entry:
    tie = each.tie
    voices = Plural(tie.voices, "{number} voice", "{number} voices")
    about = joined(" · ", (Term(tie.sign), what_of(tie), _claims(tie.claims), voices))
    evidence = quotes(each.evidence, found.evidence)
    return Entry(Section.TIE, tie.tie, _parties(tie), about, evidence, OpenTie(tie.tie))


def _new_actor(each: NewActor, found: Arrivals) -> Entry:
    entity = each.entity
    evidence = quotes(each.evidence, found.evidence)
    return Entry(
        Section.ACTOR,
        entity.id,
        entity.name or say("(no name)"),
        Term(entity.kind),
        evidence,
        OpenProfile(entity.id),
    )


def _phrase(each: TouchedPhrase) -> Entry:
    asked = each.watch.parameters
    number = len(each.sentences)
    counted: Said = Plural(number, "{number} new sentence", "{number} new sentences")
    if each.more:
        counted = say("More than {number} new sentences", number=number)
    others = ", ".join(value for name, value in asked.items() if name not in ("words", "exactly") and value)
    title = joined(" · ", (f"“{asked.get('exactly') or asked.get('words', '')}”", others or None))
    return Entry(Section.PHRASE, each.watch.id, title, counted, sentence_quotes(each.sentences[:_QUOTED]))


def _watch(each: TouchedWatch, found: Arrivals) -> Entry:
    query = catalog()[each.watch.query]
    named = ", ".join(each.watch.parameters.values())
    title = joined(": ", (Translated(query.titles, query.title), named or None))
    if not each.traced:
        untold = say("Its rows do not say which claims they rest on. Compare two days to see what changed.")
        return Entry(Section.WATCH, each.watch.id, title, untold)
    counted = Plural(
        each.number, "{number} of its rows rests on new claims", "{number} of its rows rest on new claims"
    )
    about = joined(" · ", (counted, *each.rows))
    return Entry(Section.WATCH, each.watch.id, title, about, quotes(each.evidence, found.evidence))


def _source(each: Source, found: Arrivals) -> Entry:
    title = source_name(each.only)
    withheld = Plural(
        each.withheld, "{number} claim withheld by the lens", "{number} claims withheld by the lens"
    )
    counts = (
        Plural(each.documents, "{number} document", "{number} documents"),
        _claims(each.claims),
        withheld if each.withheld else None,
    )
    key = f"{each.dataset} {each.name} {each.by_hand}"
    evidence = quotes(each.evidence, found.evidence)
    return Entry(Section.SOURCE, key, title, joined(" · ", counts), evidence, only=each.only)


def _counted(each: Topic) -> Said:
    return joined(" · ", (_claims(each.claims), Plural(each.events, "{number} event", "{number} events")))


def _type(each: Topic, found: Arrivals) -> Entry:
    evidence = quotes(each.evidence, found.evidence)
    only = Only(Of.TYPE, each.code)
    return Entry(Section.TYPE, each.code, EventType(each.code), _counted(each), evidence, only=only)


def _country(each: Topic, found: Arrivals) -> Entry:
    evidence = quotes(each.evidence, found.evidence)
    act = OpenProfile(each.code) if each.name else None
    only = Only(Of.COUNTRY, each.code)
    return Entry(Section.COUNTRY, each.code, each.name or each.code, _counted(each), evidence, act, only)


def _unread(found: Arrivals) -> Iterator[Entry]:
    if found.unfinished:
        number = Plural(
            found.unfinished,
            "{number} document is being loaded, or its load was interrupted",
            "{number} documents are being loaded, or their load was interrupted",
        )
        advice = say("Load the articles again to complete an interrupted load.")
        yield Entry(Section.UNREAD, "unfinished", number, advice)
    if found.sources_error:
        title = say("The list of sources cannot be read")
        yield Entry(Section.UNREAD, "sources", title, Problem(found.sources_error), act=GoToPage("sources"))
    yield from map(_failure, found.failures.shown)


def _failure(each: Failure) -> Entry:
    """Say why a source could not be fetched, or items of it not be read."""
    counted = (
        Plural(each.number, "failed {number} time", "failed {number} times")
        if each.of_source
        else Plural(each.number, "{number} item was skipped", "{number} items were skipped")
    )
    moment = datetime.fromtimestamp(each.last_at, UTC).isoformat(timespec="seconds")
    last = say("last on {moment}", moment=Moment(moment))
    about = joined(" · ", (Problem(each.reason), Problem(each.hint), counted, last))
    return Entry(Section.UNREAD, f"{each.source} {each.reason}", each.source, about, act=GoToPage("sources"))
