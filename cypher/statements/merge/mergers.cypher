// Decisions to merge or split entities, the newest first
// :param entity string = null  Only decisions on this entity
// :param limit integer = 500  Maximum number of decisions
// :returns table
// :record StoredMerger id id, entity id, into id?, author string, created_at time, note string?
MATCH (merger:Merger)
WHERE $entity IS NULL OR merger.entity = $entity OR merger.into = $entity
RETURN merger.id AS id, merger.entity AS entity, merger.into AS into, merger.author AS author,
       merger.created_at AS created_at, merger.note AS note
ORDER BY created_at DESC, id
LIMIT $limit
