// Find the latest load: whether any document was loaded to its end
// :returns nothing
CREATE INDEX document_loaded_at IF NOT EXISTS FOR (document:Document) ON (document.loaded_at)
