// Store the decision on a merge candidate
// :param candidate id  The candidate
// :param verdict string  accepted, refused, or none to propose it again
// :returns table
// :columns decided integer
MATCH (candidate:MergeCandidate {id: $candidate})
SET candidate.verdict = $verdict
RETURN count(candidate) AS decided
