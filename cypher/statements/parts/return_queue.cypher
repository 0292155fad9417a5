// The end of a review queue: filters, order and columns
// Expects claim behind a WHERE.
// :record QueuedClaim claim id, confidence number, date date?, parties [id]
  AND ($until IS NULL OR claim.placed_from <= $until)
  AND ($languages IS NULL OR EXISTS {
    MATCH (claim)-[:IN]->(:Sentence)-[:OF]->(document:Document) WHERE document.language IN $languages
  })
  AND ($entity IS NULL OR EXISTS {
    MATCH (claim)-[:ASSERTS]->()-[:ACTS_IN|ADDRESSES|MEDIATES|SUBJECT_OF|HAS_OBJECT]-(party) WHERE party.id = $entity
  })
WITH claim
ORDER BY claim.known_on DESC, claim.id
LIMIT $limit
MATCH (claim)-[:ASSERTS]->(assertion)
RETURN claim.id AS claim, claim.confidence AS confidence, coalesce(claim.placed_from, claim.known_on) AS date,
       COLLECT {
         MATCH (assertion)-[:ACTS_IN|ADDRESSES|MEDIATES|SUBJECT_OF|HAS_OBJECT]-(party) RETURN DISTINCT party.id ORDER BY party.id
       } AS parties
ORDER BY date DESC, claim
