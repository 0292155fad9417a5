// Record that an entity was merged into another, or split off again
// Nothing is written if somebody else has decided on it since it was read. The lock is set first, so that
// transactions wait for each other on databases that do not detect conflicts themselves.
// :param rows rows  id, entity, before (what it was merged into, or empty), into (or null), author, created_at, note
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
