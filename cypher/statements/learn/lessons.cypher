// All lessons from verdicts, the oldest first
// :returns table
// :record StoredLesson id id, number integer, created_at time, undoes id?, trust string, comparison string?,
//    applied boolean
MATCH (lesson:Lesson)
RETURN lesson.id AS id, lesson.number AS number, lesson.created_at AS created_at, lesson.undoes AS undoes,
       lesson.trust AS trust, lesson.comparison AS comparison, lesson.applied AS applied
ORDER BY number, id
