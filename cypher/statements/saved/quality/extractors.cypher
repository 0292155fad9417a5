// How often analysts agree with the extractor
// :title id Seberapa sering analis sependapat dengan ekstraktor
// Verified and rejected claims by extractor and type, with the share of verified ones.
// :param lens lens = all  Which claims count
// :use known_by
// :returns table
// :columns extractor string, event_type event_type, verified integer, rejected integer, unsure integer,
//    percent_verified number?
MATCH (annotation:Annotation)-[:JUDGES]->(claim:Claim)
WHERE claim.verdict <> 'none' AND $lens IN claim.lenses AND ($known_by IS NULL OR claim.known_on <= $known_by)
WITH DISTINCT claim
WITH claim.extractor AS extractor, claim.event_type AS event_type,
     count(CASE WHEN claim.verdict = 'verified' THEN 1 END) AS verified,
     count(CASE WHEN claim.verdict = 'rejected' THEN 1 END) AS rejected,
     count(CASE WHEN claim.verdict = 'unsure' THEN 1 END) AS unsure
RETURN extractor, event_type, verified, rejected, unsure,
       CASE WHEN verified + rejected > 0 THEN round(100.0 * verified / (verified + rejected)) END AS percent_verified
ORDER BY verified + rejected + unsure DESC, extractor, event_type
