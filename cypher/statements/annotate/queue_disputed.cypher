// Claims on which reviewers differ
// Of two opinions or more, for somebody to settle.
// :use event_types
// :param languages languages = null  Only claims of documents in these languages
// :param entity entity = null  Only claims in which this entity takes part
// :use since until
// :param limit integer = 400  At most so many of the newest claims
// :returns table
MATCH (annotation:Annotation)-[:JUDGES]->(claim:Claim {verdict: 'unsure'})
WITH claim, count(DISTINCT annotation.author) AS authors
WHERE authors > 1
  AND ($event_types IS NULL OR claim.event_type IN $event_types)
  AND ($since IS NULL OR claim.date >= $since)
// :part return_queue
