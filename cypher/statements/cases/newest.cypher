// The newest version of each case that a reader may see, the last changed first
// :param reader string  The reader; a case for members only is shown to its members
// :param limit integer = 1000  Maximum number of cases
// :returns table
MATCH (any:CaseVersion)
WITH any.case_id AS case_id, max(any.version) AS last
MATCH (version:CaseVersion {case_id: case_id})
WHERE version.version = last AND (NOT version.members_only OR $reader IN version.members)
// :part return_cases
ORDER BY created_at DESC, case_id
LIMIT $limit
