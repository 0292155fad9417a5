// Each analyst has one Visit
// :returns nothing
CREATE CONSTRAINT visit_id IF NOT EXISTS FOR (visit:Visit) REQUIRE visit.id IS UNIQUE
