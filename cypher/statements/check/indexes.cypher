// Indexes, with the constraints that own some of them
// A constraint is known by the name in `owningConstraint`, other indexes by `name`.
// :returns table
SHOW INDEXES
