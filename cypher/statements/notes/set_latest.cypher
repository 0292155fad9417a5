// Mark the entry with the highest number of each note as the latest one
// :param ids ids  Notes
// :returns table
// :columns notes integer
UNWIND $ids AS id
MATCH (note:Note {note: id})
WITH id, max(note.number) AS newest
MATCH (note:Note {note: id})
SET note.latest = note.number = newest
RETURN count(DISTINCT id) AS notes
