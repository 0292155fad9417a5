// Give documents that an older version loaded the days on which they may have been published
// That version did not keep whether a day is guessed, so each counts as stated. To be run until it changes none.
// :param limit integer = 1000  Maximum number of documents
// :returns table
// :record Spanned spanned integer
MATCH (document:Document)
WHERE document.published_on IS NOT NULL AND document.published_until IS NULL
WITH document
ORDER BY document.id
LIMIT $limit
SET document.published_precision = 'day', document.published_from = document.published_on,
    document.published_until = document.published_on
RETURN count(document) AS spanned
