// Merge actors
// A known country is kept if a later document does not give it, and so is what the actor acts for.
// :param rows rows  id, name, names (as language:name), kind, country, acts_for (null if nothing is known)
// :returns table
// :record Merged merged integer, known integer
UNWIND $rows AS row
OPTIONAL MATCH (known:Actor {id: row.id})
MERGE (actor:Actor {id: row.id})
SET actor.name = row.name, actor.names = row.names, actor.kind = row.kind,
    actor.country = coalesce(row.country, actor.country),
    actor.acts_for = coalesce(row.acts_for, actor.acts_for, row.id)
RETURN count(actor) AS merged, count(known) AS known
