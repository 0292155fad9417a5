// Each CaseLook has an id of its own
// :returns nothing
CREATE CONSTRAINT case_look_id IF NOT EXISTS FOR (look:CaseLook) REQUIRE look.id IS UNIQUE
