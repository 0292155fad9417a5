// A tie by its id, whatever the lens, with what may hide it
// For links to ties that are not drawn.
// :param tie id  The tie
// :returns table
// :record SoughtTie tie id, actor id, actor_name name, recipient id, recipient_name name, level string,
//    lenses [string], claims integer, rejected integer, first_known date?
MATCH (tie:Tie {id: $tie})
MATCH (tie)<-[:INITIATES]-(actor)
MATCH (tie)-[:REACHES]->(recipient)
OPTIONAL MATCH (tie)<-[:FORMS]-()<-[:ASSERTS]-(claim:Claim)
RETURN tie.id AS tie, actor.id AS actor, actor.name AS actor_name, recipient.id AS recipient,
       recipient.name AS recipient_name, tie.level AS level, tie.lenses AS lenses, count(claim) AS claims,
       count(CASE WHEN claim.verdict = 'rejected' THEN 1 END) AS rejected, min(claim.known_on) AS first_known
