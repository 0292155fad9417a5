// Material conflict
// :title id Konflik material
// The network of attacks, coercion, sanctions, protests and mobilisation in a period.
// :use level lens known_by since until
// :param limit integer = 80  Maximum number of ties
// :returns graph
MATCH (recent:Claim)-[:ASSERTS]->(event:Event)
WHERE recent.placed_until >= coalesce($since, '0000')
  AND recent.placed_from <= coalesce($until, '9999')
  AND event.quad = 4 AND $lens IN recent.lenses AND ($known_by IS NULL OR recent.known_on <= $known_by)
MATCH (event)-[:FORMS]->(tie:Tie {level: $level})
WITH DISTINCT tie
MATCH (tie)<-[:INITIATES]-(actor)
MATCH (tie)-[:REACHES]->(recipient)
MATCH (tie)<-[:FORMS|DENIES]-(assertion:Event {quad: 4})<-[:ASSERTS]-(claim:Claim)
WHERE ($since IS NULL OR claim.placed_until >= $since)
  AND ($until IS NULL OR claim.placed_from <= $until)
// :part count_claims
// :part return_ties
// :part strongest_first
LIMIT $limit
