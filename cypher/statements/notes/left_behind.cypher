// The notes on claims of an article that are no longer extracted
// :param document id  The article
// :returns table
MATCH (note:Note {document: $document})
WHERE note.target_kind = 'claim' AND NOT EXISTS { MATCH (claim:Claim) WHERE claim.id = note.target }
WITH note, note.target AS target
// :part return_notes
ORDER BY written_at, note, number
