// One ACTS_IN relationship an id
// :returns nothing
CREATE CONSTRAINT acts_in_id IF NOT EXISTS FOR ()-[link:ACTS_IN]-() REQUIRE link.id IS UNIQUE
