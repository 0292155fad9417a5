// Each version of an analyst's query has one id
// :returns nothing
CREATE CONSTRAINT query_version_id IF NOT EXISTS FOR (version:QueryVersion) REQUIRE version.id IS UNIQUE
