// Find the entries of a note
// :returns nothing
CREATE INDEX note_note IF NOT EXISTS FOR (note:Note) ON (note.note)
