// Each Word has an id of its own
// :returns nothing
CREATE CONSTRAINT word_id IF NOT EXISTS FOR (word:Word) REQUIRE word.id IS UNIQUE
