// Number of documents that were read as text: not those of claims made by hand or of data sets
// :returns table
// :columns documents integer
MATCH (document:Document)
WHERE NOT document.id STARTS WITH 'by-hand-' AND document.dataset IS NULL
RETURN count(document) AS documents
