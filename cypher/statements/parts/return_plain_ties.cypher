// The columns of a tie of the overview
// Expects tie and claims, the number of its claims.
// :record PlainTie actor id, recipient id, sign sign, claims integer
RETURN tie.actor AS actor, tie.recipient AS recipient, tie.sign AS sign, claims
