// How many documents a load began and did not finish
// :returns table
// :record UnfinishedDocuments documents integer
MATCH (document:Document)
WHERE document.loaded_at IS NULL
RETURN count(document) AS documents
