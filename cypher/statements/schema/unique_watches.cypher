// One Watch an id
// :returns nothing
CREATE CONSTRAINT watch_id IF NOT EXISTS FOR (watch:Watch) REQUIRE watch.id IS UNIQUE
