// Test that the database accepts writes
// It must be rolled back: it creates a document.
// :returns table
// :columns written integer
CREATE (probe:Document {id: 'probe'})
RETURN count(probe) AS written
