// Mark documents as loaded
// The last step of a load: what was cut off before it is not listed as there.
// :param rows rows  id, loaded_at (ISO date and time, UTC)
// :returns table
UNWIND $rows AS row
MATCH (document:Document {id: row.id})
SET document.loaded_at = row.loaded_at
RETURN count(document) AS finished
