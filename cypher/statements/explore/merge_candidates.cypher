// Actors that may be the same
// The most likely pairs first, without pairs that are already decided.
// :title id Pelaku yang mungkin sama
// :param entity entity = null  Only pairs of this actor
// :param least number = 0.5  Only pairs with at least this score (0-1)
// :param limit integer = 50  Maximum number of pairs
// :returns table
// :record MergeCandidate candidate id, score number, reason string, left id, left_name name,
//    left_kind kind, left_country id?, left_mentions integer, right id, right_name name, right_kind kind,
//    right_country id?, right_mentions integer
MATCH (candidate:MergeCandidate)
WHERE candidate.verdict = 'none' AND candidate.score >= $least
  AND ($entity IS NULL OR candidate.left = $entity OR candidate.right = $entity)
MATCH (first:Actor {id: candidate.left})
MATCH (second:Actor {id: candidate.right})
WHERE first.merged_into IS NULL AND second.merged_into IS NULL
WITH candidate, first, second
ORDER BY candidate.score DESC, candidate.id
LIMIT $limit
RETURN candidate.id AS candidate, candidate.score AS score, candidate.reason AS reason,
       first.id AS left, first.name AS left_name, first.kind AS left_kind, first.country AS left_country,
       COUNT { MATCH (:Sentence)-[:MENTIONS]->(first) } AS left_mentions,
       second.id AS right, second.name AS right_name, second.kind AS right_kind, second.country AS right_country,
       COUNT { MATCH (:Sentence)-[:MENTIONS]->(second) } AS right_mentions
ORDER BY score DESC, candidate
