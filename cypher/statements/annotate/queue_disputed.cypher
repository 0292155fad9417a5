// Claims on which reviewers disagree, for a final judgement
// These are unsure claims with annotations of two authors or more.
// :use event_types
// :param languages languages = null  Only claims of documents in these languages
// :param entity entity = null  Only claims with this entity as a party
// :use since until
// :param limit integer = 400  Maximum number of claims, the newest first
// :returns table
MATCH (annotation:Annotation)-[:JUDGES]->(claim:Claim {verdict: 'unsure'})
WITH claim, count(DISTINCT annotation.author) AS authors
WHERE authors > 1
  AND ($event_types IS NULL OR claim.event_type IN $event_types)
  AND ($since IS NULL OR claim.placed_until >= $since)
// :part return_queue
