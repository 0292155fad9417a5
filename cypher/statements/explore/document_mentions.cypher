// Mentions of entities in a document, in order
// :param document id  The document
// :returns table
// :record DocumentMention start integer, end integer, text string, reason string?, entity id, name name,
//    kind kind, sentence id
MATCH (:Document {id: $document})<-[:OF]-(sentence:Sentence)-[mention:MENTIONS]->(entity)
RETURN mention.start AS start, mention.end AS end, mention.text AS text, mention.reason AS reason,
       entity.id AS entity, entity.name AS name, entity.kind AS kind, sentence.id AS sentence
ORDER BY start, end DESC, entity
