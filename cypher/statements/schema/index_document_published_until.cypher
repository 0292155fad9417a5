// Find documents by the last day on which they may have been published
// :returns nothing
CREATE INDEX document_published_until IF NOT EXISTS FOR (document:Document) ON (document.published_until)
