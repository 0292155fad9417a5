// Each HAS_OBJECT relationship has an id of its own
// :returns nothing
CREATE CONSTRAINT has_object_id IF NOT EXISTS FOR ()-[link:HAS_OBJECT]-() REQUIRE link.id IS UNIQUE
