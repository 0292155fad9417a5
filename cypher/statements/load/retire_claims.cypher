// Hide claims that the extractor no longer makes
// A retired claim has the extracted reading, no lenses and no links to annotations. `load/remove_retired_claims`
// deletes it once no tie counts it any more.
// :param ids ids  Claims
// :returns table
// :record RetiredClaim claim id, assertion id?, extracted id?
UNWIND $ids AS id
MATCH (claim:Claim {id: id})
OPTIONAL MATCH (claim)-[now:ASSERTS]->(asserted)
OPTIONAL MATCH (claim)-[kept:EXTRACTED_AS]->(origin)
SET claim.lenses = []
FOREACH (extracted IN CASE WHEN origin IS NULL THEN [] ELSE [origin] END |
  DELETE now, kept
  MERGE (claim)-[:ASSERTS]->(extracted)
)
WITH claim, asserted, origin
OPTIONAL MATCH (:Annotation)-[judged:JUDGES]->(claim)
DELETE judged
RETURN DISTINCT claim.id AS claim, asserted.id AS assertion, origin.id AS extracted
