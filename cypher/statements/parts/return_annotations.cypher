// The columns of an annotation
// Expects annotation.
// :record StoredAnnotation id id, claim id, batch id, judgement verdict, confidence number?, note string?,
//    tags [string], author string, created_at time, replaces id?, reading id?, source_grade string?,
//    information_grade integer?, sources [string]?, final boolean?
RETURN annotation.id AS id, annotation.subject AS claim, annotation.batch AS batch,
       annotation.judgement AS judgement, annotation.confidence AS confidence, annotation.note AS note,
       annotation.tags AS tags, annotation.author AS author, annotation.created_at AS created_at,
       annotation.replaces AS replaces, annotation.reading AS reading, annotation.source_grade AS source_grade,
       annotation.information_grade AS information_grade, annotation.sources AS sources,
       annotation.final AS final
