// Sentences with all of some words in documents that came in since a moment, the newest first
// :param words words  Words, in any form
// :param came_since string  ISO date and time, UTC
// :param exactly string = null  Only sentences in which this stands, letter by letter
// :param entity entity = null  Only sentences that name this actor
// :param publisher string = null  Only documents of this publisher
// :param languages languages = null  Only documents in these languages
// :use since until
// :param limit integer = 100  Maximum number of sentences
// :returns table
// :record NewSentence sentence string, document id, start integer, end integer, title string?, publisher string?,
//    url string?, published_on date?, published_precision string?, published_guessed boolean
// :part find_sentences
  AND document.loaded_at >= $came_since
  AND coalesce(document.first_loaded_at, document.loaded_at) >= $came_since
RETURN line.text AS sentence, document.id AS document, line.start AS start, line.end AS end, document.title AS title,
       document.publisher AS publisher, document.url AS url, document.published_on AS published_on,
       document.published_precision AS published_precision,
       coalesce(document.published_guessed, false) AS published_guessed
ORDER BY coalesce(published_on, '') DESC, document, start
LIMIT $limit
