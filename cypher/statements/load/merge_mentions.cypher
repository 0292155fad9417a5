// Merge mentions: links from sentences to the entities that they name
// :param rows rows  id, sentence, entity, start, end, text, reason
// :returns table
// :columns merged integer
// :part rows_with_entities
MATCH (sentence:Sentence {id: row.sentence})
MERGE (sentence)-[mention:MENTIONS {id: row.id}]->(entity)
SET mention.start = row.start, mention.end = row.end, mention.text = row.text, mention.reason = row.reason
RETURN count(mention) AS merged
