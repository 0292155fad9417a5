// What documents claim, and who is said to have said it
// What analysts read in a claim does not count: `assertion` is what was extracted.
// :param ids ids  Documents
// :returns table
// :record StatedClaim claim id, assertion string, speaker string
UNWIND $ids AS id
MATCH (:Document {id: id})<-[:OF]-(:Sentence)<-[:IN]-(claim:Claim)
OPTIONAL MATCH (claim)-[:ASSERTS]->(asserted)
OPTIONAL MATCH (claim)-[:EXTRACTED_AS]->(origin)
OPTIONAL MATCH (claim)-[said:ATTRIBUTED_TO]->(speaker)
RETURN DISTINCT claim.id AS claim, coalesce(origin.id, asserted.id, '') AS assertion,
       coalesce(said.entity, speaker.id, '') AS speaker
