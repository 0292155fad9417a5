// The newest version of a case, if the reader may see it
// Expects the parameters case_id and reader; leaves newest.
MATCH (any:CaseVersion {case_id: $case_id})
WITH max(any.version) AS last
MATCH (newest:CaseVersion {case_id: $case_id, version: last})
WHERE NOT newest.members_only OR $reader IN newest.members
