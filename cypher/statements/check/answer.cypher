// Whether the database answers
// Asks for nothing; the first answer is the proof that the database is open.
// :returns table
// :columns answer integer
RETURN 1 AS answer
