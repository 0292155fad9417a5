// Each BriefVersion has an id of its own
// :returns nothing
CREATE CONSTRAINT brief_version_id IF NOT EXISTS FOR (version:BriefVersion) REQUIRE version.id IS UNIQUE
