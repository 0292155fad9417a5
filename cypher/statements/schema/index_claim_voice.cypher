// Find the claims of a voice
// :returns nothing
CREATE INDEX claim_voice IF NOT EXISTS FOR (claim:Claim) ON (claim.voice)
