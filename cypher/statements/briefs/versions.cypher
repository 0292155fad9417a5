// The versions of one brief, the newest first
// :param brief id  The brief
// :param limit integer = 1000  Maximum number of versions
// :returns table
MATCH (version:BriefVersion {brief: $brief})
// :part return_briefs
ORDER BY version DESC
LIMIT $limit
