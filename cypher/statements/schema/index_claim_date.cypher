// Find claims by date, for time bars and queues
// :returns nothing
CREATE INDEX claim_date IF NOT EXISTS FOR (claim:Claim) ON (claim.date)
