// Entities by their ids
// :param ids ids  Entities; those that are not in the graph are left out
// :returns table
// :record EntityById id id, name name, kind kind, country id?, acts_for id
UNWIND $ids AS id
OPTIONAL MATCH (country:Country {id: id})
OPTIONAL MATCH (actor:Actor {id: id})
WITH coalesce(country, actor) AS entity
WHERE entity IS NOT NULL
RETURN entity.id AS id, entity.name AS name, entity.kind AS kind, entity.country AS country,
       coalesce(entity.acts_for, entity.id) AS acts_for
ORDER BY id
