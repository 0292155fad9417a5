// One Mark an id
// :returns nothing
CREATE CONSTRAINT mark_id IF NOT EXISTS FOR (mark:Mark) REQUIRE mark.id IS UNIQUE
