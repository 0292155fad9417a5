// Find ties by their actor
// :returns nothing
CREATE INDEX tie_actor IF NOT EXISTS FOR (tie:Tie) ON (tie.actor)
