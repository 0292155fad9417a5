// Find ties by their recipient
// :returns nothing
CREATE INDEX tie_recipient IF NOT EXISTS FOR (tie:Tie) ON (tie.recipient)
