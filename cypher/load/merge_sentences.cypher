// Merge the sentences of documents
// :param rows rows  id, document, index, start, end, text, voice
// :returns table
UNWIND $rows AS row
MATCH (document:Document {id: row.document})
OPTIONAL MATCH (known:Sentence {id: row.id})
MERGE (sentence:Sentence {id: row.id})
SET sentence.text = row.text, sentence.start = row.start, sentence.end = row.end,
    sentence.index = row.index, sentence.voice = row.voice
MERGE (sentence)-[:OF]->(document)
RETURN count(sentence) AS merged, count(known) AS known
