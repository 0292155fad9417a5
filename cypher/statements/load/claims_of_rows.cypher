// The claims that rows of a data set made
// :param extractor string  The extractor of its claims, such as data+acled
// :param keys strings  The rows, as the data set calls them
// :returns table
// :record ClaimOfRow claim id
UNWIND $keys AS key
MATCH (claim:Claim {source_event: key})
WHERE claim.extractor = $extractor
RETURN claim.id AS claim
