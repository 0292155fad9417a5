// Merge the sentences of documents
// A document is looked up once, not once for each sentence, which would hold its text in memory as many times.
// :param rows rows  id, document, index, start, end, text, voice
// :returns table
// :record Merged merged integer, known integer
UNWIND $rows AS each
WITH each.document AS id, collect(each) AS sentences
MATCH (document:Document {id: id})
UNWIND sentences AS row
OPTIONAL MATCH (known:Sentence {id: row.id})
MERGE (sentence:Sentence {id: row.id})
SET sentence.text = row.text, sentence.start = row.start, sentence.end = row.end,
    sentence.index = row.index, sentence.voice = row.voice
MERGE (sentence)-[:OF]->(document)
RETURN count(sentence) AS merged, count(known) AS known
