// One Tie an id
// :returns nothing
CREATE CONSTRAINT tie_id IF NOT EXISTS FOR (tie:Tie) REQUIRE tie.id IS UNIQUE
