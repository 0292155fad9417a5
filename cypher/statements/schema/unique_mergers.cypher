// One Merger an id
// :returns nothing
CREATE CONSTRAINT merger_id IF NOT EXISTS FOR (merger:Merger) REQUIRE merger.id IS UNIQUE
