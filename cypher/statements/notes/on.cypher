// The notes at places, the oldest first
// All entries of each.
// :param places rows  target, and place: the id that its notes may have instead, or target itself
// :returns table
UNWIND $places AS row
MATCH (note:Note {target: row.place})
WITH note, row.target AS target
// :part return_notes
ORDER BY written_at, note, number
