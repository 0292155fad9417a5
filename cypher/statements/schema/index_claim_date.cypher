// Find claims by date: histograms, what is new
// :returns nothing
CREATE INDEX claim_date IF NOT EXISTS FOR (claim:Claim) ON (claim.date)
