// Documents, newest first
// :title id Dokumen, terbaru lebih dulu
// Documents that only a data set names are left out: they have no text.
// A day of publication that is guessed, or stated as a month or year, counts in every period that it may lie in,
// and as known once all of its days are over.
// :param text string = null  Words in the title
// :param languages languages = null  Only documents in these languages
// :param publisher string = null  Only documents of this publisher
// :use since until
// :param lens lens = trusted  Which claims are counted
// :use known_by
// :param skip integer = 0  Number of the newest documents to skip
// :param limit integer = 100  Maximum number of documents
// :returns table
// :record ListedDocument document id, title string?, publisher string?, url string?, language string,
//    published_on date?, published_precision string?, published_guessed boolean, sentences integer, claims integer
MATCH (document:Document)
WHERE document.loaded_at IS NOT NULL AND document.dataset IS NULL
  AND ($known_by IS NULL OR coalesce(document.published_until, substring(document.loaded_at, 0, 10)) <= $known_by)
  AND ($text IS NULL OR toLower(document.title) CONTAINS toLower($text))
  AND ($languages IS NULL OR document.language IN $languages)
  AND ($publisher IS NULL OR document.publisher = $publisher)
  AND ($since IS NULL OR document.published_until >= $since)
  AND ($until IS NULL OR document.published_from <= $until)
WITH document
ORDER BY coalesce(document.published_on, '') DESC, document.id
SKIP $skip
LIMIT $limit
RETURN document.id AS document, document.title AS title, document.publisher AS publisher, document.url AS url,
       document.language AS language, document.published_on AS published_on,
       document.published_precision AS published_precision, coalesce(document.published_guessed, false) AS published_guessed,
       COUNT { MATCH (:Sentence)-[:OF]->(document) } AS sentences,
       COUNT { MATCH (document)<-[:OF]-(:Sentence)<-[:IN]-(claim:Claim) WHERE $lens IN claim.lenses
         AND ($known_by IS NULL OR claim.known_on <= $known_by) } AS claims
ORDER BY coalesce(published_on, '') DESC, document
