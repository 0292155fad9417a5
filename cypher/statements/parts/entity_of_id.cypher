// The entity with an id
// Expects who, an id; leaves what there was, with entity.
OPTIONAL MATCH (as_country:Country {id: who})
OPTIONAL MATCH (as_actor:Actor {id: who})
WITH *, coalesce(as_country, as_actor) AS entity
