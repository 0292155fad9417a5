// Each Note has an id of its own
// :returns nothing
CREATE CONSTRAINT note_id IF NOT EXISTS FOR (note:Note) REQUIRE note.id IS UNIQUE
