// Each SavedView has an id of its own
// :returns nothing
CREATE CONSTRAINT saved_view_id IF NOT EXISTS FOR (view:SavedView) REQUIRE view.id IS UNIQUE
