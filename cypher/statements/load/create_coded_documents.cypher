// Create documents of data sets, which have no text
// :param rows rows  id, title, url, publisher, language, published_on, published_precision, published_from,
//                   published_until, content_hash, dataset, loaded_at
// :returns table
// :columns created integer
UNWIND $rows AS row
CREATE (document:Document {
  id: row.id, title: row.title, text: '', url: row.url, publisher: row.publisher, language: row.language,
  published_on: row.published_on, published_precision: row.published_precision, published_guessed: false,
  published_from: row.published_from, published_until: row.published_until, content_hash: row.content_hash,
  dataset: row.dataset, loaded_at: row.loaded_at
})
RETURN count(document) AS created
