// Merge pairs of actors that may be the same
// A pair keeps the verdict of an earlier decision.
// :param rows rows  id, left, right, score, reason
// :returns table
// :columns merged integer
UNWIND $rows AS row
MERGE (candidate:MergeCandidate {id: row.id})
ON CREATE SET candidate.verdict = 'none'
SET candidate.left = row.left, candidate.right = row.right, candidate.score = row.score,
    candidate.reason = row.reason
RETURN count(candidate) AS merged
