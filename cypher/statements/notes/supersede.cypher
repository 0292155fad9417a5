// Mark an entry of a note as no longer the latest one
// :param id id  The entry
// :returns table
// :columns marked integer
MATCH (note:Note {id: $id})
SET note.latest = false
RETURN count(note) AS marked
