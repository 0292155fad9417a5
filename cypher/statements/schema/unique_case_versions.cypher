// Each CaseVersion has an id of its own
// :returns nothing
CREATE CONSTRAINT case_version_id IF NOT EXISTS FOR (version:CaseVersion) REQUIRE version.id IS UNIQUE
