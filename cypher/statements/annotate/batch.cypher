// The annotations of a batch
// :param batch id  The batch
// :returns table
MATCH (annotation:Annotation {batch: $batch})
// :part return_annotations
ORDER BY claim, id
LIMIT 5001
