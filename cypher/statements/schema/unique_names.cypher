// Each NAMES relationship has an id of its own
// :returns nothing
CREATE CONSTRAINT names_id IF NOT EXISTS FOR ()-[link:NAMES]-() REQUIRE link.id IS UNIQUE
