// Notes, the latest first
// :param kind string = null  Only notes of this kind: note, question, tag or reply
// :param tag string = null  Only notes with this tag
// :param author string = null  Only notes of this analyst
// :param about id = null  Only notes on this tie, claim, entity or article
// :param since date = null  Only notes that were written or changed on this day or later
// :param limit integer = 100000  Maximum number of notes
// :returns table
MATCH (note:Note)
WHERE note.latest AND NOT note.withdrawn AND ($kind IS NULL OR note.kind = $kind) AND ($tag IS NULL OR $tag IN note.tags)
  AND ($author IS NULL OR note.author = $author) AND ($about IS NULL OR note.target = $about)
  AND ($since IS NULL OR note.created_at >= $since)
WITH note, note.target AS target
// :part return_notes
ORDER BY created_at DESC, note
LIMIT $limit
