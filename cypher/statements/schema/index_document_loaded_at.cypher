// Find documents that were loaded completely
// :returns nothing
CREATE INDEX document_loaded_at IF NOT EXISTS FOR (document:Document) ON (document.loaded_at)
