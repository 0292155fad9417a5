// Statements by a person or body
// :title id Pernyataan seseorang atau lembaga
// Claims attributed to a person or body, the latest dates and reports first, each with its sentence.
// :param speaker entity  The person or body that is quoted
// :use lens known_by since until
// :param limit integer = 50  Maximum number of claims
// :returns table
// :columns date moment?, not_after date?, event_type event_type, actors [name], recipients [name], sentence string,
//    publisher string?, document id, claim id
CALL {
  MATCH (:Country {id: $speaker})<-[:ATTRIBUTED_TO]-(claim:Claim) RETURN claim
  UNION
  MATCH (:Actor {id: $speaker})<-[:ATTRIBUTED_TO]-(claim:Claim) RETURN claim
}
WITH claim
WHERE ($since IS NULL OR claim.placed_until >= $since)
  AND ($until IS NULL OR claim.placed_from <= $until)
  AND $lens IN claim.lenses AND ($known_by IS NULL OR claim.known_on <= $known_by)
MATCH (claim)-[:ASSERTS]->(assertion)
MATCH (claim)-[:IN]->(sentence:Sentence)-[:OF]->(document:Document)
RETURN claim.date AS date, claim.not_after AS not_after, claim.event_type AS event_type,
       COLLECT { MATCH (entity)-[:ACTS_IN|SUBJECT_OF]->(assertion) RETURN entity.name ORDER BY entity.id } AS actors,
       COLLECT { MATCH (assertion)-[:ADDRESSES|HAS_OBJECT]->(entity) RETURN entity.name ORDER BY entity.id } AS recipients,
       sentence.text AS sentence, document.publisher AS publisher, document.id AS document, claim.id AS claim
ORDER BY coalesce(date, not_after, '') DESC, claim
LIMIT $limit
