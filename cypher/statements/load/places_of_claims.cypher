// The sentences and documents in which claims are
// :param ids ids  Claims
// :returns table
// :record PlaceOfClaim sentence id, document id
UNWIND $ids AS id
MATCH (:Claim {id: id})-[:IN]->(sentence:Sentence)-[:OF]->(document:Document)
RETURN DISTINCT sentence.id AS sentence, document.id AS document
