// Create documents of data sets, which have no text, with their sentences
// A sentence without text has no words; `load/merge_words` links the others to theirs.
// :param rows rows  id, title, url, publisher, language, published_on, published_precision, published_from,
//                   published_until, content_hash, dataset, loaded_at, sentences (id, index, end, text, voice)
// :returns table
// :columns created integer
UNWIND $rows AS row
CREATE (document:Document {
  id: row.id, title: row.title, text: '', url: row.url, publisher: row.publisher, language: row.language,
  published_on: row.published_on, published_precision: row.published_precision, published_guessed: false,
  published_from: row.published_from, published_until: row.published_until, content_hash: row.content_hash,
  dataset: row.dataset, loaded_at: row.loaded_at
})
FOREACH (each IN row.sentences |
  CREATE (document)<-[:OF]-(:Sentence {
    id: each.id, text: each.text, start: 0, end: each.end, index: each.index, voice: each.voice,
    words: CASE WHEN each.text = '' THEN 0 END
  })
)
RETURN count(document) AS created
