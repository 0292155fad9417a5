// Each Lesson has an id of its own
// :returns nothing
CREATE CONSTRAINT lesson_id IF NOT EXISTS FOR (lesson:Lesson) REQUIRE lesson.id IS UNIQUE
