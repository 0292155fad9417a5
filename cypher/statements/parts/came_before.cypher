// Only claims of documents that came into the graph before a moment
// Expects claim and the parameter `since`; leaves what there was, with sentence and document.
MATCH (claim)-[:IN]->(sentence:Sentence)
MATCH (sentence)-[:OF]->(document:Document)
WHERE coalesce(document.first_loaded_at, document.loaded_at) < $since
