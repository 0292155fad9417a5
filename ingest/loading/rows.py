"""The names of entities in other languages, and the rows of the statements that load mentions.

The rows of documents, entities and claims are built in `cypher.model`.
"""

from __future__ import annotations

from collections.abc import Iterable

from cypher.model.assertions import Row
from cypher.model.graph import Entity, EntityKind, Extraction
from cypher.model.ids import content_id
from ingest.knowledge.shown import collective_names, shown_names


def names_of(entity: Entity) -> list[str]:
    """Return the names of an entity in other languages than English, each as ``language:name``."""
    if entity.kind is EntityKind.GROUP and entity.country is not None:
        named = collective_names(entity.concept or "", entity.country)
    else:
        named = shown_names(entity.id)
    return sorted(f"{language}:{name}" for language, name in named.items() if language != "en")


def mention_rows(extractions: Iterable[Extraction]) -> list[Row]:
    """Return the rows for ``load/merge_mentions``."""
    rows = {
        (link := mention_id(m.sentence_id, m.entity_id, m.span.start)): {
            "id": link,
            "sentence": m.sentence_id,
            "entity": m.entity_id,
            "start": m.span.start,
            "end": m.span.end,
            "text": m.text,
            "reason": m.reason,
        }
        for e in extractions
        for m in e.mentions
    }
    return list(rows.values())


def mention_id(sentence: str, entity: str, start: int) -> str:
    """Return the id of the mention of `entity` that begins at `start`."""
    return content_id("mention", sentence, entity, start)


def kept_mention_rows(extractions: Iterable[Extraction]) -> list[Row]:
    """Return the rows for ``load/remove_stale_mentions``: one for every sentence, with its mentions."""
    kept: dict[str, list[str]] = {}
    for extraction in extractions:
        kept |= {sentence.id: [] for sentence in extraction.sentences}
        for m in extraction.mentions:
            kept.setdefault(m.sentence_id, []).append(mention_id(m.sentence_id, m.entity_id, m.span.start))
    return [{"sentence": sentence, "kept": mentions} for sentence, mentions in kept.items()]
