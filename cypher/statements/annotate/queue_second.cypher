// Claims that others have judged, but not this reviewer
// For a blind second opinion: the earlier verdicts are not returned.
// :param author string  The reviewer
// :use event_types
// :param languages languages = null  Only claims of documents in these languages
// :param entity entity = null  Only claims with this entity as a party
// :use since until
// :param limit integer = 400  Maximum number of claims, the newest first
// :returns table
MATCH (annotation:Annotation)-[:JUDGES]->(claim:Claim)
WHERE annotation.author <> $author AND claim.verdict <> 'none'
WITH DISTINCT claim
WHERE NOT EXISTS { MATCH (own:Annotation {author: $author})-[:JUDGES]->(claim) }
  AND ($event_types IS NULL OR claim.event_type IN $event_types)
  AND ($since IS NULL OR claim.placed_until >= $since)
// :part return_queue
