// Each MENTIONS relationship has an id of its own
// :returns nothing
CREATE CONSTRAINT mentions_id IF NOT EXISTS FOR ()-[link:MENTIONS]-() REQUIRE link.id IS UNIQUE
