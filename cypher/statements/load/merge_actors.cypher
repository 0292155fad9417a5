// Merge actors
// A known country is kept if a later document does not give it.
// :param rows rows  id, name, names (as language:name), kind, country
// :returns table
// :record Merged merged integer, known integer
UNWIND $rows AS row
OPTIONAL MATCH (known:Actor {id: row.id})
MERGE (actor:Actor {id: row.id})
SET actor.name = row.name, actor.names = row.names, actor.kind = row.kind,
    actor.country = coalesce(row.country, actor.country)
RETURN count(actor) AS merged, count(known) AS known
