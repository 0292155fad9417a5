// The languages of documents
// :use known_by
// :returns table
// :record ArticleLanguage language string
MATCH (document:Document)
WHERE document.loaded_at IS NOT NULL
  AND ($known_by IS NULL OR coalesce(document.published_until, substring(document.loaded_at, 0, 10)) <= $known_by)
RETURN DISTINCT document.language AS language
ORDER BY language
