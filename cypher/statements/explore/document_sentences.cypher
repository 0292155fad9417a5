// The sentences of a document, in order
// :param document id  The document
// :returns table
MATCH (sentence:Sentence)-[:OF]->(:Document {id: $document})
RETURN sentence.id AS sentence, sentence.index AS index, sentence.start AS start, sentence.end AS end,
       sentence.text AS text
ORDER BY index
