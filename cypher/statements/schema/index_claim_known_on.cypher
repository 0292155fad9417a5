// Find claims by the day on which they became known
// :returns nothing
CREATE INDEX claim_known_on IF NOT EXISTS FOR (claim:Claim) ON (claim.known_on)
