// Save an entry of a note
// Entries never change. Returns 0 if somebody else has saved an entry with this id, which is then kept.
// :param rows rows  id, and the properties of the entry
// :returns table
// :columns saved integer
UNWIND $rows AS row
MERGE (note:Note {id: row.id})
ON CREATE SET note += row.properties
RETURN CASE WHEN note.nonce = row.properties.nonce THEN 1 ELSE 0 END AS saved
