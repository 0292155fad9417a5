// The tags of notes with their numbers, the most frequent first
// :param limit integer = 200  Maximum number of tags
// :returns table
// :record UsedTag tag string, notes integer
MATCH (note:Note)
WHERE note.latest AND NOT note.withdrawn
UNWIND note.tags AS tag
RETURN tag, count(*) AS notes
ORDER BY notes DESC, tag
LIMIT $limit
