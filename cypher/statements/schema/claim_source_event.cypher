// Find the claims that a row of a data set made
// :returns nothing
CREATE INDEX claim_source_event IF NOT EXISTS FOR (claim:Claim) ON (claim.source_event)
