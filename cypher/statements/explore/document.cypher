// One document with its text
// `sentences` counts those that have words: data sets give none for most of their documents.
// :param document id  The document
// :returns table
// :record FullDocument document id, title string?, text string, publisher string?, url string?,
//    language string, published_on date?, published_precision string?, published_guessed boolean, loaded_at time?,
//    sentences integer
MATCH (document:Document {id: $document})
RETURN document.id AS document, document.title AS title, document.text AS text, document.publisher AS publisher,
       document.url AS url, document.language AS language, document.published_on AS published_on,
       document.published_precision AS published_precision, coalesce(document.published_guessed, false) AS published_guessed,
       document.loaded_at AS loaded_at,
       COUNT { MATCH (sentence:Sentence)-[:OF]->(document) WHERE sentence.text <> '' } AS sentences
