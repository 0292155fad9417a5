// How many claims deny some ties, by lens
// :param ids ids  Ties
// :returns table
// :record CountedDenials tie id, lens string, denied integer
UNWIND $ids AS id
MATCH (tie:Tie {id: id})<-[:DENIES]-(:Event)<-[:ASSERTS]-(claim:Claim)
UNWIND claim.lenses AS lens
RETURN tie.id AS tie, lens, count(*) AS denied
