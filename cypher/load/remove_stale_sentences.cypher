// Remove the sentences of documents that the extractor no longer finds
// :param rows rows  document, kept (ids of sentences)
// :returns table
UNWIND $rows AS row
MATCH (:Document {id: row.document})<-[:OF]-(sentence:Sentence)
WHERE NOT sentence.id IN row.kept AND NOT EXISTS { MATCH (:Claim)-[:IN]->(sentence) }
DETACH DELETE sentence
RETURN count(*) AS removed
