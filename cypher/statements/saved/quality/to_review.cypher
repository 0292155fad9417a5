// What to review next
// :title id Apa yang perlu ditinjau berikutnya
// Claims without a judgement, the least certain first; among equals those whose event or relation has more claims.
// :param lens lens = all  Which claims count
// :use level known_by
// :param confidence number = 0.6  Only claims that are less certain than this (0-1)
// :use since until
// :param limit integer = 50  Maximum number of claims
// :returns table
// :columns confidence number, event_type event_type, sentence string, reasons [string], publisher string?,
//    document id, ties [id], claims integer, claim id
MATCH (claim:Claim)
WHERE claim.verdict = 'none' AND claim.confidence < $confidence AND $lens IN claim.lenses
  AND ($known_by IS NULL OR claim.known_on <= $known_by)
  AND ($since IS NULL OR claim.placed_until >= $since)
  AND ($until IS NULL OR claim.placed_from <= $until)
WITH claim, COUNT {
  MATCH (claim)-[:ASSERTS]->(assertion)
  MATCH (other:Claim)-[:ASSERTS]->(assertion)
} AS claims
ORDER BY claim.confidence, claims DESC, claim.id
LIMIT $limit
MATCH (claim)-[:ASSERTS]->(assertion)
MATCH (claim)-[:IN]->(sentence:Sentence)-[:OF]->(document:Document)
RETURN claim.confidence AS confidence, claim.event_type AS event_type, coalesce(claim.said, sentence.text) AS sentence,
       claim.reasons AS reasons, document.publisher AS publisher, document.id AS document,
       COLLECT { MATCH (assertion)-[:FORMS]->(tie:Tie {level: $level}) RETURN tie.id ORDER BY tie.id } AS ties,
       claims, claim.id AS claim
ORDER BY confidence, claims DESC, claim
