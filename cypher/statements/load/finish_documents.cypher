// Mark documents as loaded, and add a `Load` node
// This is the last step of a load; documents of an interrupted load are not listed.
// :param load id  A new id for the `Load` node
// :param rows rows  id, loaded_at (ISO date and time, UTC)
// :returns table
// :columns finished integer
UNWIND $rows AS row
MATCH (document:Document {id: row.id})
SET document.loaded_at = row.loaded_at
WITH count(document) AS finished, max(row.loaded_at) AS finished_at
MERGE (load:Load {id: $load})
SET load.documents = finished, load.finished_at = finished_at
RETURN finished
