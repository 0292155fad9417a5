// All annotations of claims, the oldest first
// :param ids ids  Claims, in the graph or not
// :returns table
UNWIND $ids AS id
MATCH (annotation:Annotation {subject: id})
// :part return_annotations
ORDER BY created_at, id
