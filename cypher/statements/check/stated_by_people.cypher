// What people stated themselves: the claims that they made by hand, and the readings that they gave to others
// :returns table
// :record StatedByPeople label string, id id
CALL () {
  MATCH (document:Document) WHERE document.id STARTS WITH 'by-hand-'
  RETURN 'Document' AS label, document.id AS id
  UNION
  MATCH (document:Document)<-[:OF]-(sentence:Sentence) WHERE document.id STARTS WITH 'by-hand-'
  RETURN 'Sentence' AS label, sentence.id AS id
  UNION
  MATCH (document:Document)<-[:OF]-(:Sentence)<-[:IN]-(claim:Claim) WHERE document.id STARTS WITH 'by-hand-'
  RETURN 'Claim' AS label, claim.id AS id
  UNION
  MATCH (:Annotation)-[:READS]->(reading)
  RETURN labels(reading)[0] AS label, reading.id AS id
}
RETURN label, id
ORDER BY label, id
