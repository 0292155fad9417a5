// Indexes, including those of constraints
// For an index of a constraint, `owningConstraint` is the constraint's name.
// :returns table
SHOW INDEXES
