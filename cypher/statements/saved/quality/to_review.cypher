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
CALL () {
  // Other claims are counted only for those that may be among the first: the first by confidence and id, and of those with
  // the greatest confidence of these, the ones that do not stand alone.
  // :part unjudged_claims
  WITH claim
  ORDER BY claim.confidence, claim.id
  LIMIT $limit
  RETURN collect(claim) AS firsts, max(claim.confidence) AS greatest
}
CALL (firsts, greatest) {
  UNWIND firsts AS claim
  RETURN claim
  UNION
  UNWIND CASE WHEN size(firsts) < $limit THEN [] ELSE [greatest] END AS equal
  // :part unjudged_claims
    AND claim.confidence = equal
  MATCH (claim)-[:ASSERTS]->()<-[:ASSERTS]-(:Claim)
  RETURN DISTINCT claim
}
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
