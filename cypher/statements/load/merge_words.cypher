// Link sentences to the words under which a search finds them
// A sentence that has its words already is left as it is.
// :param rows rows  sentence, words
// :returns table
// :record Worded worded integer
UNWIND $rows AS row
MATCH (sentence:Sentence {id: row.sentence})
WHERE sentence.words IS NULL
SET sentence.words = size(row.words)
WITH sentence, row
UNWIND row.words AS key
MERGE (word:Word {id: key})
CREATE (sentence)-[:USES]->(word)
RETURN count(DISTINCT sentence) AS worded
