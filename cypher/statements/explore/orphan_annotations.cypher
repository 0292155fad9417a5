// Annotations whose claim is no longer in the graph
// :title id Anotasi yang klaimnya sudah tidak ada
// Judgements are never deleted: they apply again when the same claim is extracted again.
// :param limit integer = 200  Maximum number of annotations
// :returns table
// :record OrphanAnnotation annotation id, claim id, batch id, judgement verdict, confidence number?,
//    note string?, tags [string], author string, created_at time
MATCH (annotation:Annotation)
WHERE NOT EXISTS { MATCH (annotation)-[:JUDGES]->(:Claim) }
RETURN annotation.id AS annotation, annotation.subject AS claim, annotation.batch AS batch,
       annotation.judgement AS judgement, annotation.confidence AS confidence, annotation.note AS note,
       annotation.tags AS tags, annotation.author AS author, annotation.created_at AS created_at
ORDER BY created_at DESC, annotation
LIMIT $limit
