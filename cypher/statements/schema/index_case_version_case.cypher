// Find the versions of a case
// :returns nothing
CREATE INDEX case_version_case IF NOT EXISTS FOR (version:CaseVersion) ON (version.case_id)
