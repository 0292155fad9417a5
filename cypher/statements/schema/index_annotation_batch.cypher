// Find the annotations that were made together
// :returns nothing
CREATE INDEX annotation_batch IF NOT EXISTS FOR (annotation:Annotation) ON (annotation.batch)
