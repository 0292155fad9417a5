// Documents that came into the graph at or after a moment, with their sentences and claims
// Expects the parameter `since`; leaves document, sentence, claim and assertion.
// :part new_documents
MATCH (document)<-[:OF]-(sentence:Sentence)
MATCH (sentence)<-[:IN]-(claim:Claim)
MATCH (claim)-[:ASSERTS]->(assertion)
