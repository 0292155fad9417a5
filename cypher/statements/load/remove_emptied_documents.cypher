// Remove documents of data sets that have no sentence any more
// :param ids ids  Documents
// :returns table
// :columns removed integer
UNWIND $ids AS id
MATCH (document:Document {id: id})
WHERE document.dataset IS NOT NULL AND NOT EXISTS { MATCH (:Sentence)-[:OF]->(document) }
DETACH DELETE document
RETURN count(*) AS removed
