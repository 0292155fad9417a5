// Find the actors that were merged into others
// :returns nothing
CREATE INDEX actor_merged_into IF NOT EXISTS FOR (actor:Actor) ON (actor.merged_into)
