// Documents that came into the graph at or after a moment, with their sentences and claims
// A document that is loaded again counts from its first load. Expects the parameter `since`; leaves document,
// sentence, claim and assertion. More conditions may follow with AND.
MATCH (document:Document)
WHERE document.loaded_at >= $since AND coalesce(document.first_loaded_at, document.loaded_at) >= $since
MATCH (document)<-[:OF]-(sentence:Sentence)
MATCH (sentence)<-[:IN]-(claim:Claim)
MATCH (claim)-[:ASSERTS]->(assertion)
