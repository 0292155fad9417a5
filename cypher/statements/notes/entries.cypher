// All entries of a note, the oldest first
// :param note id  The note
// :returns table
MATCH (note:Note {note: $note})
WITH note, note.target AS target
// :part return_notes
ORDER BY number
