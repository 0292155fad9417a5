// The extracted claims of documents with the evidence on how they were extracted
// :param ids ids  Documents
// :returns table
UNWIND $ids AS id
MATCH (:Document {id: id})<-[:OF]-(:Sentence)<-[:IN]-(claim:Claim)
WHERE size(claim.lenses) > 0 AND NOT claim.extractor STARTS WITH 'analyst+' AND NOT claim.extractor STARTS WITH 'data+'
WITH DISTINCT claim
// :part return_claim_evidence
