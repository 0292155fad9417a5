// Take from events a date that none of their claims gives
// To be run until it changes none.
// :param limit integer = 1000  Maximum number of events
// :returns table
// :record Undated undated integer
MATCH (event:Event)
WHERE event.date IS NOT NULL AND EXISTS { MATCH (:Claim)-[:ASSERTS|EXTRACTED_AS]->(event) }
  AND NOT EXISTS { MATCH (claim:Claim)-[:ASSERTS|EXTRACTED_AS]->(event) WHERE claim.date IS NOT NULL }
WITH event, event.date AS told
ORDER BY event.id
LIMIT $limit
SET event.not_after = CASE event.status WHEN 'actual' THEN told END, event.date_precision = 'unknown'
REMOVE event.date
RETURN count(event) AS undated
