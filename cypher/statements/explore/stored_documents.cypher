// Documents of the graph with their texts, in the order of their ids; not those of claims made by hand or of data sets
// :param after string = null  The id of the last document before; null for the first ones
// :param limit integer = 64  Maximum number of documents
// :returns table
// :record StoredDocument id id, text string, language string, content_hash string, title string?,
//    published_on date?, published_precision string?, published_guessed boolean, publisher string?, url string?
MATCH (document:Document)
WHERE document.id > coalesce($after, '') AND NOT document.id STARTS WITH 'by-hand-' AND document.dataset IS NULL
RETURN document.id AS id, document.text AS text, document.language AS language,
       document.content_hash AS content_hash, document.title AS title, document.published_on AS published_on,
       document.published_precision AS published_precision, coalesce(document.published_guessed, false) AS published_guessed,
       document.publisher AS publisher, document.url AS url
ORDER BY id
LIMIT $limit
