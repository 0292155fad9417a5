// Add a lesson, or mark it as applied to all claims
// :param id id  The id of the lesson
// :param number integer  Its place in the order of lessons, from 1
// :param created_at string  ISO date and time, UTC
// :param undoes string = null  The id of the lesson that this one takes back
// :param trust string  The learned weights, as JSON
// :param comparison string = null  What was measured on held-out verdicts, as JSON
// :param applied boolean  Whether all claims have the confidence that follows
// :returns table
// :columns id id
MERGE (lesson:Lesson {id: $id})
SET lesson.number = $number, lesson.created_at = $created_at, lesson.undoes = $undoes, lesson.trust = $trust,
    lesson.comparison = $comparison, lesson.applied = $applied
RETURN lesson.id AS id
