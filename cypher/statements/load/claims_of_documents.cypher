// The claims of documents, with their attributions
// `assertion` is the extracted reading, even if analysts recoded the claim.
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
