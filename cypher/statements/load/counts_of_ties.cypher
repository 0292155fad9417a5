// The counts that some ties store
// `assertions` is empty. A tie that was never counted has no version.
// :param ids ids  Ties
// :returns table
UNWIND $ids AS id
MATCH (tie:Tie {id: id})
WITH tie, [] AS assertions
// :part return_stored_counts
