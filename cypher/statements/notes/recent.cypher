// What others wrote or changed in a period, the latest first
// Each note as it is now, also if it was changed again after the period.
// :param author string  The analyst who reads, whose own notes are left out
// :param since string  ISO date and time, UTC: entries made then or later
// :param until string = null  ISO date and time, UTC: entries made before
// :param limit integer = 100  Maximum number of notes
// :returns table
MATCH (entry:Note)
WHERE entry.author <> $author AND entry.created_at >= $since AND ($until IS NULL OR entry.created_at < $until)
WITH DISTINCT entry.note AS written
MATCH (note:Note {note: written})
WHERE note.latest AND NOT note.withdrawn
WITH note, note.target AS target
// :part return_notes
ORDER BY created_at DESC, note
LIMIT $limit
