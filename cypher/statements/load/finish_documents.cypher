// Mark documents as loaded, and remember that they were
// The last step of a load: what was cut off before it is not listed as there.
// :param load id  A new id for this step
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
