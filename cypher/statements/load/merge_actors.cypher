// Merge actors
// The country stays known when a later document does not say it.
// :param rows rows  id, name, kind, country
// :returns table
// :record Merged merged integer, known integer
UNWIND $rows AS row
OPTIONAL MATCH (known:Actor {id: row.id})
MERGE (actor:Actor {id: row.id})
SET actor.name = row.name, actor.kind = row.kind, actor.country = coalesce(row.country, actor.country)
RETURN count(actor) AS merged, count(known) AS known
