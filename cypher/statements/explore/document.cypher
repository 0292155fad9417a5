// One document with its text
// :param document id  The document
// :returns table
// :record FullDocument document id, title string?, text string, publisher string?, url string?,
//    language string, published_on date?, published_precision string?, published_guessed boolean, loaded_at time?
MATCH (document:Document {id: $document})
RETURN document.id AS document, document.title AS title, document.text AS text, document.publisher AS publisher,
       document.url AS url, document.language AS language, document.published_on AS published_on,
       document.published_precision AS published_precision, coalesce(document.published_guessed, false) AS published_guessed,
       document.loaded_at AS loaded_at
