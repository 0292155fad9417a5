// Each MEDIATES relationship has an id of its own
// :returns nothing
CREATE CONSTRAINT mediates_id IF NOT EXISTS FOR ()-[link:MEDIATES]-() REQUIRE link.id IS UNIQUE
