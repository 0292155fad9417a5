// Whether the database lets us write
// Meant to be rolled back: it creates a document that no reader could have made.
// :returns table
// :columns written integer
CREATE (probe:Document {id: 'probe'})
RETURN count(probe) AS written
