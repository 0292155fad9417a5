// Goes on only if no period and no day leaves out claims, so that the counts stored on ties are valid
// A statement that begins like this in one part of a UNION begins the other with `if_some_claims_count`.
UNWIND CASE WHEN $since IS NULL AND $until IS NULL AND $known_by IS NULL THEN [1] ELSE [] END AS all_claims
