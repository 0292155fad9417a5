// Each ADDRESSES relationship has an id of its own
// :returns nothing
CREATE CONSTRAINT addresses_id IF NOT EXISTS FOR ()-[link:ADDRESSES]-() REQUIRE link.id IS UNIQUE
