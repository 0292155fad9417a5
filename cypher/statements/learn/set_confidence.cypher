// Give claims another confidence, and unjudged ones the lenses that follow from it
// A claim without lenses is being removed.
// :param rows rows  claim, confidence, extracted_confidence, lenses (of the claim while it is unjudged)
// :returns table
// :columns claims integer
UNWIND $rows AS row
MATCH (claim:Claim {id: row.claim})
WHERE size(claim.lenses) > 0
SET claim.confidence = row.confidence, claim.extracted_confidence = row.extracted_confidence,
    claim.lenses = CASE WHEN claim.verdict = 'none' THEN row.lenses ELSE claim.lenses END
RETURN count(claim) AS claims
