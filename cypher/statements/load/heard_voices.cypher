// The ties and lenses that some voices count for already
// `own` says whether a claim of a data set gives the voice to the tie as it was read (`own_voices` of `load/count_ties`).
// :param voices strings  Voices of claims
// :returns table
// :record HeardVoice voice string, tie id, lens string, own boolean
UNWIND $voices AS voice
MATCH (claim:Claim {voice: voice})-[:ASSERTS]->()-[:FORMS]->(tie:Tie)
WITH voice, tie, claim, claim.extractor STARTS WITH 'data+' AND NOT EXISTS { MATCH (claim)-[:EXTRACTED_AS]->() } AS own
UNWIND claim.lenses AS lens
RETURN voice, tie.id AS tie, lens, max(CASE WHEN own THEN 1 ELSE 0 END) = 1 AS own
