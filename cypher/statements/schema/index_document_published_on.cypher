// Find documents by date
// :returns nothing
CREATE INDEX document_published_on IF NOT EXISTS FOR (document:Document) ON (document.published_on)
