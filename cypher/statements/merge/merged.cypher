// Merged entities, and the entities that they were merged into
// :returns table
// :record MergedEntity entity id, into id
MATCH (actor:Actor)
WHERE actor.merged_into > ''
RETURN actor.id AS entity, actor.merged_into AS into
ORDER BY entity
