// Each Watch has an id of its own
// :returns nothing
CREATE CONSTRAINT watch_id IF NOT EXISTS FOR (watch:Watch) REQUIRE watch.id IS UNIQUE
