// One entity with its names
// An entity that was merged into another one is shown as the other one.
// :title id Satu entitas dengan nama-namanya
// :param entity entity  The entity
// :returns table
// :record FullEntity id id, name name, kind kind, country id?, country_name name?, aliases [string],
//    mentions integer, acts_for id
OPTIONAL MATCH (found_country:Country {id: $entity})
OPTIONAL MATCH (found_actor:Actor {id: $entity})
WITH found_country, found_actor, coalesce(found_actor.merged_into, '') AS into
OPTIONAL MATCH (other_country:Country {id: into})
OPTIONAL MATCH (other_actor:Actor {id: into})
WITH coalesce(other_country, other_actor, found_country, found_actor) AS entity
WHERE entity IS NOT NULL
OPTIONAL MATCH (alias:Alias)-[:NAMES]->(entity)
WITH entity, alias.text AS spelling
ORDER BY spelling
WITH entity, collect(DISTINCT spelling) AS aliases
OPTIONAL MATCH (country:Country {id: entity.country})
RETURN entity.id AS id, entity.name AS name, entity.kind AS kind, entity.country AS country,
       country.name AS country_name, aliases,
       COUNT { MATCH (:Sentence)-[:MENTIONS]->(entity) } AS mentions,
       coalesce(entity.acts_for, entity.id) AS acts_for
