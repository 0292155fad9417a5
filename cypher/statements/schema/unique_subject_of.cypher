// Each SUBJECT_OF relationship has an id of its own
// :returns nothing
CREATE CONSTRAINT subject_of_id IF NOT EXISTS FOR ()-[link:SUBJECT_OF]-() REQUIRE link.id IS UNIQUE
