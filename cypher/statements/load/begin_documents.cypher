// Merge documents and mark them as not loaded yet
// A document without `loaded_at` is being loaded, or its load was interrupted; loading it again completes it.
// `unfinished` counts such documents. `first_loaded_at` keeps when a document came in that is loaded again.
// :param rows rows  id, title, text, url, publisher, language, published_on, published_precision,
//                   published_guessed, published_from, published_until, content_hash
// :returns table
// :record BegunDocuments merged integer, known integer, unfinished integer
UNWIND $rows AS row
OPTIONAL MATCH (known:Document {id: row.id})
WITH row, known, known IS NOT NULL AND known.loaded_at IS NULL AS unfinished
MERGE (document:Document {id: row.id})
SET document.first_loaded_at = coalesce(document.first_loaded_at, document.loaded_at)
SET document.title = row.title, document.text = row.text, document.url = row.url,
    document.publisher = row.publisher, document.language = row.language,
    document.published_on = row.published_on, document.published_precision = row.published_precision,
    document.published_guessed = row.published_guessed, document.published_from = row.published_from,
    document.published_until = row.published_until, document.content_hash = row.content_hash
REMOVE document.loaded_at
RETURN count(document) AS merged, count(known) AS known,
       count(CASE WHEN unfinished THEN 1 END) AS unfinished
