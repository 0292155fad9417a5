// Material cooperation
// :title id Kerja sama material
// The network of material cooperation in a period: aid, joint action, withdrawals and releases.
// :use level lens known_by since until
// :param limit integer = 80  Maximum number of ties
// :returns graph
CALL () {
  // :part if_all_claims_count
  // :part ties_of_level
  WITH tie, at, ['AID', 'COOPERATE', 'RETREAT'] AS types
  // :part bound_voices
  WITH tie, least, most
  ORDER BY least DESC
  // Claims are counted only for ties that may be among the first.
  WITH collect({tie: tie, least: least, most: most}) AS ranked
  UNWIND [each IN ranked WHERE each.most >= coalesce(ranked[$limit - 1].least, 0)] AS found
  WITH found.tie AS tie
  RETURN tie
  UNION ALL
  // :part if_some_claims_count
  // :part claims_of_period
  MATCH (claim)-[:ASSERTS]->(:Event {quad: 2})-[:FORMS]->(tie:Tie {level: $level})
  RETURN DISTINCT tie
}
MATCH (tie)<-[:INITIATES]-(actor)
MATCH (tie)-[:REACHES]->(recipient)
MATCH (tie)<-[:FORMS|DENIES]-(assertion:Event {quad: 2})<-[:ASSERTS]-(claim:Claim)
WHERE ($since IS NULL OR claim.placed_until >= $since)
  AND ($until IS NULL OR claim.placed_from <= $until)
// :part count_claims
// :part return_ties
// :part strongest_first
LIMIT $limit
