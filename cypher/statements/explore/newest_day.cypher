// The day of the newest document, the likeliest one if it is guessed
// :use known_by
// :returns table
// :record NewestDay day date?
MATCH (document:Document)
WHERE document.published_on >= '0000' AND ($known_by IS NULL OR document.published_until <= $known_by)
RETURN max(document.published_on) AS day
