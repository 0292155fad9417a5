// The annotations that were made together
// :param batch id  What `annotate` returned
// :returns table
MATCH (annotation:Annotation {batch: $batch})
RETURN annotation.id AS id, annotation.subject AS claim, annotation.batch AS batch,
       annotation.judgement AS judgement, annotation.confidence AS confidence, annotation.note AS note,
       annotation.tags AS tags, annotation.author AS author, annotation.created_at AS created_at,
       annotation.replaces AS replaces, annotation.reading AS reading, annotation.source_grade AS source_grade,
       annotation.information_grade AS information_grade, annotation.sources AS sources,
       annotation.final AS final
ORDER BY claim, id
LIMIT 5001
