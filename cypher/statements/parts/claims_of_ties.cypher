// The ends of ties, and the claims that support or deny them
// Expects tie; leaves tie, actor, recipient, assertion (event or relation) and claim, one row a claim.
MATCH (tie)<-[:INITIATES]-(actor)
MATCH (tie)-[:REACHES]->(recipient)
MATCH (tie)<-[:FORMS|DENIES]-(assertion)<-[:ASSERTS]-(claim:Claim)
