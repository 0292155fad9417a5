// Save a version of an analyst's query
// Versions never change: if somebody else has saved this version, theirs is kept and returned.
// :param rows rows  id, and the properties of the version
// :returns table
// :record SavedVersion nonce string, author string, created_at time
UNWIND $rows AS row
MERGE (version:QueryVersion {id: row.id})
ON CREATE SET version += row.properties
RETURN version.nonce AS nonce, version.author AS author, version.created_at AS created_at
