// Find the versions of a brief
// :returns nothing
CREATE INDEX brief_version_brief IF NOT EXISTS FOR (version:BriefVersion) ON (version.brief)
