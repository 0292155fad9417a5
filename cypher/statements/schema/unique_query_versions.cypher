// Each QueryVersion has an id of its own
// :returns nothing
CREATE CONSTRAINT query_version_id IF NOT EXISTS FOR (version:QueryVersion) REQUIRE version.id IS UNIQUE
