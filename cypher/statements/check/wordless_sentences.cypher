// Sentences that an older version loaded without the words under which a search finds them
// :returns table
// :record WordlessSentence sentence id
MATCH (sentence:Sentence)
WHERE sentence.words IS NULL
RETURN sentence.id AS sentence
