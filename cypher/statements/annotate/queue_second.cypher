// Claims that somebody else has judged, and the reviewer has not
// For a second opinion; what the first one said is not told.
// :param author string  Who reviews
// :use event_types
// :param languages languages = null  Only claims of documents in these languages
// :param entity entity = null  Only claims in which this entity takes part
// :use since until
// :param limit integer = 400  At most so many of the newest claims
// :returns table
MATCH (annotation:Annotation)-[:JUDGES]->(claim:Claim)
WHERE annotation.author <> $author AND claim.verdict <> 'none'
WITH DISTINCT claim
WHERE NOT EXISTS { MATCH (own:Annotation {author: $author})-[:JUDGES]->(claim) }
  AND ($event_types IS NULL OR claim.event_type IN $event_types)
  AND ($since IS NULL OR claim.date >= $since)
// :part return_queue
