// All ties of events, without names, from precomputed counts
// Like `explore/every_tie` without filters on claims, but faster: it reads the counts that `load/count_ties` stores.
// :use lens level
// :returns table
MATCH (tie:Tie)
WHERE tie.level = $level AND tie.sign <> 'relation' AND $lens IN tie.lenses
WITH tie, tie.claims[[i IN range(0, size(tie.lenses) - 1) WHERE tie.lenses[i] = $lens][0]] AS claims
// :part return_plain_ties
