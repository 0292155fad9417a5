// Each saved view has one id
// :returns nothing
CREATE CONSTRAINT saved_view_id IF NOT EXISTS FOR (view:SavedView) REQUIRE view.id IS UNIQUE
