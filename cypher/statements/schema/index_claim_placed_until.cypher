// Find claims by the last day on which a period finds them, for time bars and queues
// :returns nothing
CREATE INDEX claim_placed_until IF NOT EXISTS FOR (claim:Claim) ON (claim.placed_until)
