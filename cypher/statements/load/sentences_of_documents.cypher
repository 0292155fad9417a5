// The sentences of documents
// :param ids ids  Documents
// :returns table
// :record LoadedSentence sentence id
UNWIND $ids AS id
MATCH (:Document {id: id})<-[:OF]-(sentence:Sentence)
RETURN sentence.id AS sentence
