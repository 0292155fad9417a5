// Remove the mentions that the extractor no longer finds in sentences
// :param rows rows  sentence, kept (ids of its mentions)
// :returns table
// :columns removed integer
UNWIND $rows AS row
MATCH (:Sentence {id: row.sentence})-[mention:MENTIONS]->()
WHERE NOT coalesce(mention.own_id, mention.id) IN row.kept
DELETE mention
RETURN count(*) AS removed
