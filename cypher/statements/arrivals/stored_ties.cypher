// What the lens shows of some ties, from the counts that they store
// :param ids ids  The ties
// :use lens
// :returns table
// :record StoredTie tie id, claims integer, voices integer, denied integer, last_date moment?
UNWIND $ids AS id
MATCH (tie:Tie {id: id})
// :part place_of_lens
RETURN tie.id AS tie, tie.claims[at] AS claims, tie.voices[at] AS voices, coalesce(tie.denied[at], 0) AS denied,
       nullIf(tie.last_dates[at], '') AS last_date
