// Material cooperation
// :title id Kerja sama material
// The network of material cooperation in a period: aid, joint action, withdrawals and releases.
// :use level lens known_by since until
// :param limit integer = 80  Maximum number of ties
// :returns graph
MATCH (recent:Claim)-[:ASSERTS]->(event:Event)
WHERE recent.date >= coalesce($since, '0000')
  AND recent.date <= coalesce($until, '9999')
  AND event.quad = 2 AND $lens IN recent.lenses AND ($known_by IS NULL OR recent.known_on <= $known_by)
MATCH (event)-[:FORMS]->(tie:Tie {level: $level})
WITH DISTINCT tie
MATCH (tie)<-[:INITIATES]-(actor)
MATCH (tie)-[:REACHES]->(recipient)
MATCH (tie)<-[:FORMS]-(assertion:Event {quad: 2})<-[:ASSERTS]-(claim:Claim)
WHERE ($since IS NULL OR claim.date >= $since)
  AND ($until IS NULL OR claim.date <= $until)
// :part count_claims
// :part return_ties
ORDER BY voices DESC, coalesce(last_date, '') DESC, tie
LIMIT $limit
