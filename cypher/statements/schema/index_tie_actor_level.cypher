// Find ties of a level by their actor
// :returns nothing
CREATE INDEX tie_actor_level IF NOT EXISTS FOR (tie:Tie) ON (tie.actor, tie.level)
