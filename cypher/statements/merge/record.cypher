// Record that an entity is another, or stands by itself again
// Nothing happens when somebody else has decided on it since it was read. The lock comes first, so that databases
// that do not notice conflicts by themselves wait for each other.
// :param rows rows  id, entity, before (whom it was merged into, or empty), into (or null), author, created_at, note
// :returns table
// :columns recorded integer
UNWIND $rows AS row
MATCH (actor:Actor {id: row.entity})
SET actor.lock = true
REMOVE actor.lock
WITH actor, row
WHERE coalesce(actor.merged_into, '') = row.before
SET actor.merged_into = row.into
CREATE (merger:Merger {id: row.id})
SET merger.entity = row.entity, merger.into = row.into, merger.author = row.author,
    merger.created_at = row.created_at, merger.note = row.note
RETURN count(merger) AS recorded
