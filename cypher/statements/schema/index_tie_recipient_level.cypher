// Find ties of a level by their recipient
// :returns nothing
CREATE INDEX tie_recipient_level IF NOT EXISTS FOR (tie:Tie) ON (tie.recipient, tie.level)
