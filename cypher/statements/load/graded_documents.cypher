// Those of some documents that came from a graded source
// :param ids ids  Documents
// :returns table
// :record GradedDocument document id, source_grade string
UNWIND $ids AS id
MATCH (document:Document {id: id})
WHERE document.source_grade IS NOT NULL
RETURN document.id AS document, document.source_grade AS source_grade
