// Sentences that use all words, and their documents
// Expects the parameters words, exactly, entity, publisher, languages, since and until; leaves line and document.
// More conditions may follow with AND.
UNWIND range(0, size($words) - 1) AS place
UNWIND $words[place] AS key
MATCH (:Word {id: key})<-[:USES]-(line:Sentence)
WITH line, count(DISTINCT place) AS found
WHERE found = size($words)
  AND ($exactly IS NULL OR toLower(line.text) CONTAINS toLower($exactly))
MATCH (line)-[:OF]->(document:Document)
WHERE ($languages IS NULL OR document.language IN $languages)
  AND ($publisher IS NULL OR document.publisher = $publisher)
  AND ($since IS NULL OR document.published_until >= $since)
  AND ($until IS NULL OR document.published_from <= $until)
  AND ($entity IS NULL OR EXISTS { MATCH (line)-[:MENTIONS]->(named) WHERE named.id = $entity })
