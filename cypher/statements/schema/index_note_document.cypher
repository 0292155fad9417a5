// Find the notes on an article and on its claims
// :returns nothing
CREATE INDEX note_document IF NOT EXISTS FOR (note:Note) ON (note.document)
