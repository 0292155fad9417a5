// Entities by their ids
// :param ids ids  Entities; those that are not in the graph are left out
// :returns table
// :record EntityById id id, name name, kind kind, country id?
UNWIND $ids AS id
OPTIONAL MATCH (country:Country {id: id})
OPTIONAL MATCH (actor:Actor {id: id})
WITH coalesce(country, actor) AS entity
WHERE entity IS NOT NULL
RETURN entity.id AS id, entity.name AS name, entity.kind AS kind, entity.country AS country
ORDER BY id
