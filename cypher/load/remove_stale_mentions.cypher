// Remove the mentions of documents that the extractor no longer finds
// :param rows rows  document, kept (ids of mentions)
// :returns table
UNWIND $rows AS row
MATCH (:Document {id: row.document})<-[:OF]-(:Sentence)-[mention:MENTIONS]->()
WHERE NOT coalesce(mention.own_id, mention.id) IN row.kept
DELETE mention
RETURN count(*) AS removed
