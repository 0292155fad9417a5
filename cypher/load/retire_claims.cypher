// Hide the claims that the extractor no longer makes
// A claim is kept when it says the same thing, said by the same speaker; what analysts read in it does not
// count. What is retired says again what was extracted, and has no lens and no annotations;
// `load/remove_retired_claims` deletes it once nothing shows it any more.
// :param rows rows  document, kept (claim > thing > speaker, one text a claim)
// :returns table
UNWIND $rows AS row
MATCH (:Document {id: row.document})<-[:OF]-(:Sentence)<-[:IN]-(claim:Claim)
OPTIONAL MATCH (claim)-[now:ASSERTS]->(asserted)
OPTIONAL MATCH (claim)-[kept:EXTRACTED_AS]->(origin)
OPTIONAL MATCH (claim)-[said:ATTRIBUTED_TO]->(speaker)
WITH row, claim, now, asserted, kept, origin,
     claim.id + '>' + coalesce(origin.id, asserted.id, '') + '>' + coalesce(said.entity, speaker.id, '') AS content
WHERE NOT content IN row.kept
SET claim.lenses = []
FOREACH (extracted IN CASE WHEN origin IS NULL THEN [] ELSE [origin] END |
  DELETE now, kept
  MERGE (claim)-[:ASSERTS]->(extracted)
)
WITH claim, asserted, origin
OPTIONAL MATCH (:Annotation)-[judged:JUDGES]->(claim)
DELETE judged
RETURN DISTINCT claim.id AS claim, asserted.id AS thing, origin.id AS extracted
