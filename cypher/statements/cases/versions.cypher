// The versions of a case, the newest first
// Who may see the newest version may see all of them.
// :param case_id id  The case
// :param reader string  The reader
// :param limit integer = 200  Maximum number of versions
// :returns table
// :part case_of_reader
WITH newest
MATCH (version:CaseVersion {case_id: newest.case_id})
// :part return_cases
ORDER BY version DESC
LIMIT $limit
