// The annotations that were made together
// :param batch id  What `annotate` returned
// :returns table
MATCH (annotation:Annotation {batch: $batch})
// :part return_annotations
ORDER BY claim, id
LIMIT 5001
