// All ties of events, without names, from precomputed counts
// Like `explore/every_tie` without filters on claims, but faster: it reads the counts that `load/count_ties` stores.
// :use lens level
// :param voices integer = 1  Only ties with at least this number of independent voices
// :returns table
MATCH (tie:Tie)
WHERE tie.level = $level AND tie.sign <> 'relation'
// :part place_of_lens
WITH tie, tie.claims[at] AS claims, tie.voices[at] AS voices
WHERE voices >= $voices
// :part return_plain_ties
