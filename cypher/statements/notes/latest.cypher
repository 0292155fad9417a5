// The latest entries of these notes, also of those that are withdrawn
// :param notes ids  The notes
// :returns table
UNWIND $notes AS id
MATCH (note:Note {note: id})
WHERE note.latest
WITH note, note.target AS target
// :part return_notes
ORDER BY written_at, note
