// Each TAKES_PLACE_IN relationship has an id of its own
// :returns nothing
CREATE CONSTRAINT takes_place_in_id IF NOT EXISTS FOR ()-[link:TAKES_PLACE_IN]-() REQUIRE link.id IS UNIQUE
