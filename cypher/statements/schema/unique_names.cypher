// One NAMES relationship an id
// :returns nothing
CREATE CONSTRAINT names_id IF NOT EXISTS FOR ()-[link:NAMES]-() REQUIRE link.id IS UNIQUE
