// Each Tie has an id of its own
// :returns nothing
CREATE CONSTRAINT tie_id IF NOT EXISTS FOR (tie:Tie) REQUIRE tie.id IS UNIQUE
