// One ADDRESSES relationship an id
// :returns nothing
CREATE CONSTRAINT addresses_id IF NOT EXISTS FOR ()-[link:ADDRESSES]-() REQUIRE link.id IS UNIQUE
