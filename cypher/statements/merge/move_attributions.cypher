// Move what entities are quoted with to those that they are shown as
// What is an entity's own keeps its name and number beside it, by which it finds its way back.
// :param rows rows  entity, before (on which what is its own hangs), after
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
