// Give documents the grade of the source from which they came in
// :param rows rows  id, source_grade (A to F, null if the source is not graded)
// :returns table
// :columns graded integer
UNWIND $rows AS row
MATCH (document:Document {id: row.id})
SET document.source_grade = row.source_grade
RETURN count(document) AS graded
