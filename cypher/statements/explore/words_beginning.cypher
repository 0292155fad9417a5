// The words of sentences that begin with a text, the shortest first
// :param beginning name  The beginning of a word
// :param limit integer = 12  Maximum number of words
// :returns table
// :record BegunWord word string
MATCH (word:Word)
WHERE $beginning <> '' AND word.id STARTS WITH $beginning
RETURN word.id AS word
ORDER BY size(word), word
LIMIT $limit
