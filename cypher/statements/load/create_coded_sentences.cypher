// Create sentences of documents of data sets that are in the graph already
// A sentence without text has no words; `load/merge_words` links the others to theirs.
// :param rows rows  id, document, index, end, text, voice
// :returns table
// :columns created integer
UNWIND $rows AS row
MATCH (document:Document {id: row.document})
CREATE (sentence:Sentence {
  id: row.id, text: row.text, start: 0, end: row.end, index: row.index, voice: row.voice,
  words: CASE WHEN row.text = '' THEN 0 END
})-[:OF]->(document)
RETURN count(sentence) AS created
