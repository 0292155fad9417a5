// Remove sentences that the extractor no longer finds
// :param ids ids  Sentences
// :returns table
// :columns removed integer
UNWIND $ids AS id
MATCH (sentence:Sentence {id: id})
WHERE NOT EXISTS { MATCH (:Claim)-[:IN]->(sentence) }
DETACH DELETE sentence
RETURN count(*) AS removed
