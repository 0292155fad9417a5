// Each Annotation has an id of its own
// :returns nothing
CREATE CONSTRAINT annotation_id IF NOT EXISTS FOR (annotation:Annotation) REQUIRE annotation.id IS UNIQUE
