// Each Merger has an id of its own
// :returns nothing
CREATE CONSTRAINT merger_id IF NOT EXISTS FOR (merger:Merger) REQUIRE merger.id IS UNIQUE
