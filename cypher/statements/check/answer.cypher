// Test that the database answers
// :returns table
// :columns answer integer
RETURN 1 AS answer
