// Each CaseItem has an id of its own
// :returns nothing
CREATE CONSTRAINT case_item_id IF NOT EXISTS FOR (item:CaseItem) REQUIRE item.id IS UNIQUE
