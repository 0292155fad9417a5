// Find an annotation by the claim it judges
// :returns nothing
CREATE INDEX annotation_subject IF NOT EXISTS FOR (annotation:Annotation) ON (annotation.subject)
