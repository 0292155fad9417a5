// Find the notes on something
// :returns nothing
CREATE INDEX note_target IF NOT EXISTS FOR (note:Note) ON (note.target)
