// One HAS_OBJECT relationship an id
// :returns nothing
CREATE CONSTRAINT has_object_id IF NOT EXISTS FOR ()-[link:HAS_OBJECT]-() REQUIRE link.id IS UNIQUE
