// The ties and lenses that some voices count for already
// :param voices strings  Voices of claims
// :returns table
// :record HeardVoice voice string, tie id, lens string
UNWIND $voices AS voice
MATCH (claim:Claim {voice: voice})-[:ASSERTS]->()-[:FORMS]->(tie:Tie)
UNWIND claim.lenses AS lens
RETURN DISTINCT voice, tie.id AS tie, lens
