// One MENTIONS relationship an id
// :returns nothing
CREATE CONSTRAINT mentions_id IF NOT EXISTS FOR ()-[link:MENTIONS]-() REQUIRE link.id IS UNIQUE
