// The newest version of each brief, the latest first
// :param limit integer = 1000  Maximum number of briefs
// :returns table
MATCH (any:BriefVersion)
WITH any.brief AS brief, max(any.version) AS newest
MATCH (version:BriefVersion {brief: brief})
WHERE version.version = newest
// :part return_briefs
ORDER BY created_at DESC, brief
LIMIT $limit
