// Find the annotations of a batch
// :returns nothing
CREATE INDEX annotation_batch IF NOT EXISTS FOR (annotation:Annotation) ON (annotation.batch)
