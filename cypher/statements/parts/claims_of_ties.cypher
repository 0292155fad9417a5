// The ends of ties and the claims behind them
// Expects tie; leaves tie, actor, recipient, thing (event or relation) and claim, one row a claim.
MATCH (tie)<-[:INITIATES]-(actor)
MATCH (tie)-[:REACHES]->(recipient)
MATCH (tie)<-[:FORMS]-(thing)<-[:ASSERTS]-(claim:Claim)
