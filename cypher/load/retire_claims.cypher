// Hide the claims that the extractor no longer makes
// A claim is kept when it says the same thing, said by the same speaker. What is retired has no lens and no
// annotations; `load/remove_retired_claims` deletes it once nothing shows it any more.
// :param rows rows  document, kept (claim > thing > speaker, one text a claim)
// :returns table
UNWIND $rows AS row
MATCH (:Document {id: row.document})<-[:OF]-(:Sentence)<-[:IN]-(claim:Claim)
OPTIONAL MATCH (claim)-[:ASSERTS]->(thing)
OPTIONAL MATCH (claim)-[:ATTRIBUTED_TO]->(speaker)
WITH row, claim, thing.id AS thing,
     claim.id + '>' + coalesce(thing.id, '') + '>' + coalesce(speaker.id, '') AS content
WHERE NOT content IN row.kept
OPTIONAL MATCH (:Annotation)-[judged:JUDGES]->(claim)
DELETE judged
SET claim.lenses = []
RETURN DISTINCT claim.id AS claim, thing
