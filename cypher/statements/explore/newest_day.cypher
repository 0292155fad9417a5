// The day of the newest document, the likeliest one if it is guessed
// No row if no document has a day of publication.
// :use known_by
// :returns table
// :record NewestDay day date
MATCH (document:Document)
WHERE document.published_on >= '0000' AND ($known_by IS NULL OR document.published_until <= $known_by)
RETURN document.published_on AS day
ORDER BY document.published_on DESC
LIMIT 1
