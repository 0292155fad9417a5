// Move the attributions of claims from one entity to another
// A moved link stores the original entity in `entity`, so that a split can move it back.
// :param rows rows  entity, before (the entity that its own is attached to now), after (the same after the change)
// :returns table
// :columns moved integer
UNWIND $rows AS row
OPTIONAL MATCH (country:Country {id: row.before})
OPTIONAL MATCH (actor:Actor {id: row.before})
OPTIONAL MATCH (to_country:Country {id: row.after})
OPTIONAL MATCH (to_actor:Actor {id: row.after})
WITH row, coalesce(country, actor) AS before, coalesce(to_country, to_actor) AS after
MATCH (claim:Claim)-[old:ATTRIBUTED_TO]->(before)
WHERE coalesce(old.entity, row.before) = row.entity
WITH row, claim, old, after
DELETE old
MERGE (claim)-[said:ATTRIBUTED_TO]->(after)
SET said.entity = CASE WHEN row.after = row.entity THEN null ELSE row.entity END
RETURN count(said) AS moved
