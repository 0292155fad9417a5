// Each BriefItem has an id of its own
// :returns nothing
CREATE CONSTRAINT brief_item_id IF NOT EXISTS FOR (item:BriefItem) REQUIRE item.id IS UNIQUE
