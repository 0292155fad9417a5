"""What the statements of a load of coded events create, as nodes and relationships of files.

A function for each statement takes its rows. They say the same as the files in ``cypher/statements/load/``.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from cypher.bulk.files import End, GraphFiles, number_of
from cypher.model.graph import Entity, EntityKind
from ingest.loading.coded.offline.places import Places

AnyRow = Mapping[str, Any]

_AS_CREATED = {"verdict": "none", "version": 0, "tags": [], "accepted_by": []}


class GraphOfRows:
    """Writes rows of statements to `files`. The entities that rows name must be told before, by `meet`.

    What later rows may change of events and sentences is written at the end, by `finish`.
    """

    def __init__(self, files: GraphFiles) -> None:
        self._files = files
        self._entities: dict[str, End] = {}
        self._aliases: dict[str, End] = {}
        self._words_of = array("H")
        self._worded: dict[str, int] = {}
        self._known_words = Places()
        self._writers: Mapping[str, Callable[[AnyRow], None]] = {
            "check/leave_mark": self._mark,
            "check/leave_release": self._release,
            "load/merge_countries": self._country,
            "load/merge_actors": self._actor,
            "load/merge_aliases": self._alias,
            "load/create_coded_documents": self._document,
            "load/create_coded_sentences": self._sentence,
            "load/merge_words": self._words,
            "load/create_coded_events": self._event,
            "load/create_coded_claims": self._claim,
            "load/create_counted_ties": self._tie,
            "load/link_event_actors": self._event_actor,
            "load/link_event_recipients": self._event_recipient,
            "load/form_ties": self._form,
            "load/record_load": self._load,
        }

    def meet(self, entities: Iterable[Entity]) -> None:
        """Learn of entities, whose own rows may come later."""
        for entity in entities:
            if entity.id not in self._entities:
                label = "Country" if entity.kind is EntityKind.COUNTRY else "Actor"
                self._entities[entity.id] = End(label, number_of(entity.id))

    def finish(self, lenses: Iterable[Collection[str]]) -> None:
        """Give all events, in the order in which they were written, the lenses that show them."""
        self._files.amend("Event", ({"lenses": sorted(each)} for each in lenses))
        self._files.amend("Sentence", ({"words": count} for count in self._words_of))

    def write(self, statement: str, rows: Iterable[AnyRow]) -> None:
        """Write the rows of a statement; raises `KeyError` if it is none of a load of coded events."""
        writer = self._writers[statement]
        for row in rows:
            writer(row)

    def _mark(self, row: AnyRow) -> None:
        self._files.node("Mark", {"id": row["mark"]})

    def _release(self, row: AnyRow) -> None:
        self._files.node("Mark", {"id": "release of the graph", **row})

    def _load(self, row: AnyRow) -> None:
        self._files.node(
            "Load", {"id": row["load"], "documents": row["documents"], "finished_at": row["finished_at"]}
        )

    def _country(self, row: AnyRow) -> None:
        same = {"kind": "country", "country": row["id"], "acts_for": row["id"]}
        self._files.node("Country", {**row, **same})

    def _actor(self, row: AnyRow) -> None:
        self._files.node("Actor", {**row, "acts_for": row["acts_for"] or row["id"]})

    def _alias(self, row: AnyRow) -> None:
        alias = self._aliases.get(row["key"])
        if alias is None:
            alias = self._files.node("Alias", {"key": row["key"], "text": row["text"]}, key="key")
            self._aliases[row["key"]] = alias
        self._files.relationship("NAMES", alias, self._entities[row["entity"]], {"id": row["id"]})

    def _document(self, row: AnyRow) -> None:
        properties = {name: value for name, value in row.items() if name != "sentences"}
        self._files.node("Document", {**properties, "text": "", "published_guessed": False})
        for sentence in row["sentences"]:
            self._sentence(sentence)

    def _sentence(self, row: AnyRow) -> None:
        properties = {name: value for name, value in row.items() if name != "document"}
        sentence = self._files.node("Sentence", {**properties, "start": 0})
        if row["text"]:
            self._worded[row["id"]] = len(self._words_of)
        self._words_of.append(0)
        self._files.relationship("OF", sentence, End("Document", number_of(row["document"])))

    def _words(self, row: AnyRow) -> None:
        self._words_of[self._worded.pop(row["sentence"])] = len(row["words"])
        sentence = End("Sentence", number_of(row["sentence"]))
        for key in row["words"]:
            word = End("Word", number_of(key))
            if self._known_words.find(word.number)[1]:
                self._files.node("Word", {"id": key})
            self._files.relationship("USES", sentence, word)

    def _event(self, row: AnyRow) -> None:
        told = {name: value for name, value in row["event"].items() if name != "lenses"}
        event = self._files.node("Event", told)
        self._link("ACTS_IN", self._entities[row["actor"]], event, row["actor_link"], row["actor_acts_for"])
        if row["other"]:
            link = (row["other_link"], row["other_acts_for"])
            other = self._entities[row["other"]]
            if row["addressed"]:
                self._link("ADDRESSES", event, other, *link)
            else:
                self._link("ACTS_IN", other, event, *link)
        place = self._entities.get(row["place"])
        if place is not None and place.label == "Country":
            self._files.relationship("TAKES_PLACE_IN", event, place, {"id": row["place_link"]})
        for tie in (row["first_tie"], row["second_tie"], row["third_tie"]):
            if tie:
                self._files.relationship("FORMS", event, End("Tie", number_of(tie)))
        self._claim(row)

    def _claim(self, row: AnyRow) -> None:
        claim = self._files.node("Claim", {**row["claim"], **_AS_CREATED})
        event = row["event"]["id"] if isinstance(row["event"], Mapping) else row["event"]
        self._files.relationship("ASSERTS", claim, End("Event", number_of(event)))
        self._files.relationship("IN", claim, End("Sentence", number_of(row["sentence"])))

    def _tie(self, row: AnyRow) -> None:
        properties = {name: value for name, value in row.items() if name != "counts"}
        tie = self._files.node("Tie", {**properties, **row["counts"], "rejected": 0, "version": 1})
        self._files.relationship("INITIATES", self._entities[row["actor"]], tie)
        self._files.relationship("REACHES", tie, self._entities[row["recipient"]])

    def _event_actor(self, row: AnyRow) -> None:
        event = End("Event", number_of(row["event"]))
        self._link("ACTS_IN", self._entities[row["entity"]], event, row["id"], row["acts_for"])

    def _event_recipient(self, row: AnyRow) -> None:
        event = End("Event", number_of(row["event"]))
        self._link("ADDRESSES", event, self._entities[row["entity"]], row["id"], row["acts_for"])

    def _form(self, row: AnyRow) -> None:
        event, tie = (number_of(row[name]) for name in ("assertion", "tie"))
        self._files.relationship("FORMS", End("Event", event), End("Tie", tie))

    def _link(self, kind: str, start: End, end: End, identity: str, acts_for: str) -> None:
        self._files.relationship(kind, start, end, {"id": identity, "acts_for": acts_for})
