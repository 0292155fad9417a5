// The sentences of a document, in order
// :param document id  The document
// :returns table
// :record DocumentSentence sentence id, index integer, start integer, end integer, text string
MATCH (sentence:Sentence)-[:OF]->(:Document {id: $document})
RETURN sentence.id AS sentence, sentence.index AS index, sentence.start AS start, sentence.end AS end,
       sentence.text AS text
ORDER BY index
