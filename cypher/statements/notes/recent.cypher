// What others wrote in a period, the latest first
// :param author string  The analyst who reads, whose own notes are left out
// :param since string  ISO date and time, UTC: entries made then or later
// :param until string = null  ISO date and time, UTC: entries made before
// :param limit integer = 100  Maximum number of notes
// :returns table
MATCH (note:Note)
WHERE note.latest AND note.author <> $author AND note.created_at >= $since
  AND ($until IS NULL OR note.created_at < $until)
WITH note, note.target AS target
// :part return_notes
ORDER BY created_at DESC, note
LIMIT $limit
