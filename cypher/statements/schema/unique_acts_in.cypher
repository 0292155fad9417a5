// Each ACTS_IN relationship has an id of its own
// :returns nothing
CREATE CONSTRAINT acts_in_id IF NOT EXISTS FOR ()-[link:ACTS_IN]-() REQUIRE link.id IS UNIQUE
