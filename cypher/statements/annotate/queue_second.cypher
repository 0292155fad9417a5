// Claims that somebody else has judged, and the reviewer has not
// For a second opinion; what the first one said is not told.
// :param author string  Who reviews
// :param event_types event_types = null  Only claims of these types
// :param languages languages = null  Only claims of documents in these languages
// :param entity entity = null  Only claims in which this entity takes part
// :param since date = null  First day, inclusive
// :param until date = null  Last day, inclusive
// :param limit integer = 400  At most so many of the newest claims
// :returns table
MATCH (annotation:Annotation)-[:JUDGES]->(claim:Claim)
WHERE annotation.author <> $author AND claim.verdict <> 'none'
WITH DISTINCT claim
WHERE NOT EXISTS { MATCH (own:Annotation {author: $author})-[:JUDGES]->(claim) }
  AND ($event_types IS NULL OR claim.event_type IN $event_types)
  AND ($since IS NULL OR claim.date >= $since)
  AND ($until IS NULL OR claim.date <= $until)
  AND ($languages IS NULL OR EXISTS {
    MATCH (claim)-[:IN]->(:Sentence)-[:OF]->(document:Document) WHERE document.language IN $languages
  })
  AND ($entity IS NULL OR EXISTS {
    MATCH (claim)-[:ASSERTS]->()-[:ACTS_IN|ADDRESSES|SUBJECT_OF|HAS_OBJECT]-(party) WHERE party.id = $entity
  })
WITH claim
ORDER BY claim.known_on DESC, claim.id
LIMIT $limit
MATCH (claim)-[:ASSERTS]->(thing)
RETURN claim.id AS claim, claim.confidence AS confidence, coalesce(claim.date, claim.known_on) AS date,
       COLLECT {
         MATCH (thing)-[:ACTS_IN|ADDRESSES|SUBJECT_OF|HAS_OBJECT]-(party) RETURN DISTINCT party.id ORDER BY party.id
       } AS parties
ORDER BY date DESC, claim
