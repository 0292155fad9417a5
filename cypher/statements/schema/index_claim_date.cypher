// Find claims by the date that the news gives
// :returns nothing
CREATE INDEX claim_date IF NOT EXISTS FOR (claim:Claim) ON (claim.date)
