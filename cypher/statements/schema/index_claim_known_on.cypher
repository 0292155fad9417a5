// Find claims by the day on which they became known: what is new since a day
// :returns nothing
CREATE INDEX claim_known_on IF NOT EXISTS FOR (claim:Claim) ON (claim.known_on)
