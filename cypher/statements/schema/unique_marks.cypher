// Each Mark has an id of its own
// :returns nothing
CREATE CONSTRAINT mark_id IF NOT EXISTS FOR (mark:Mark) REQUIRE mark.id IS UNIQUE
