// The texts of sentences
// :param ids ids  The sentences
// :returns table
// :record SentenceText sentence id, text string, language string
UNWIND $ids AS id
MATCH (sentence:Sentence {id: id})-[:OF]->(document:Document)
RETURN sentence.id AS sentence, sentence.text AS text, document.language AS language
