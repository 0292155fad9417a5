// All annotations of claims, the oldest first
// :param ids ids  Claims, in the graph or not
// :returns table
UNWIND $ids AS id
MATCH (annotation:Annotation {subject: id})
RETURN annotation.id AS id, annotation.subject AS claim, annotation.batch AS batch,
       annotation.judgement AS judgement, annotation.confidence AS confidence, annotation.note AS note,
       annotation.tags AS tags, annotation.author AS author, annotation.created_at AS created_at,
       annotation.replaces AS replaces, annotation.reading AS reading, annotation.source_grade AS source_grade,
       annotation.information_grade AS information_grade, annotation.sources AS sources,
       annotation.final AS final
ORDER BY created_at, id
