// One SUBJECT_OF relationship an id
// :returns nothing
CREATE CONSTRAINT subject_of_id IF NOT EXISTS FOR ()-[link:SUBJECT_OF]-() REQUIRE link.id IS UNIQUE
